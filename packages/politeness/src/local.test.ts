import { expect, it } from 'vitest';
import { localSlots } from './local.ts';

it('keeps intervals and penalties of each host, for one process', async () => {
  let now = 1_000;
  const slots = localSlots(() => now);
  const request = { intervalMs: 100, concurrency: 2, lane: 'live', holdMs: 1_000 } as const;
  expect(await slots.acquire('a', request)).toMatchObject({ granted: true });
  expect(await slots.acquire('a', request)).toEqual({ granted: false, waitMs: 100 });
  expect(await slots.acquire('b', request)).toMatchObject({ granted: true });
  now += 100;
  await slots.penalize('a', 5_000);
  expect(await slots.acquire('a', request)).toEqual({ granted: false, waitMs: 5_000 });
});
