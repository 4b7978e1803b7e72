import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { collectAtRest } from './rest.ts';

it('gives back what a burst of work took, once there is nothing to do', async () => {
  let burst: object | null = Array.from({ length: 20_000 }, (_, at) => ({ at }));
  const seen = new WeakRef(burst);
  burst = null;
  using _rest = collectAtRest(20);
  while (seen.deref() !== undefined) await sleep(20);
  expect(seen.deref()).toBeUndefined();
});
