import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openClock } from './clock.ts';

const NOON = Date.parse('2026-03-01T12:00:00Z');
const HOUR = 3_600_000;

it('tells the time of the server, whatever the own clock says', async () => {
  const redis = { time: async () => [NOON / 1_000, 250_000] as [number, number] };
  using clock = openClock(redis, () => NOON + HOUR);
  await turn();
  expect(clock.now()).toBe(NOON + 250);
});

it('goes by the own clock while the server does not answer', async () => {
  const redis = { time: async () => Promise.reject(new Error('away')) };
  using clock = openClock(redis, () => NOON);
  await turn();
  expect(clock.now()).toBe(NOON);
});
