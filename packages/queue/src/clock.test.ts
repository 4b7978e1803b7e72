import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { openClock } from './clock.ts';

const NOON = Date.parse('2026-03-01T12:00:00Z');
const HOUR = 3_600_000;
const noon = { time: async () => [NOON / 1_000, 250_000] as [number, number] };

it('tells the time of the server, whatever the own clock says', async () => {
  using clock = openClock(noon, { wall: () => NOON + HOUR, steady: () => 7 });
  await turn();
  expect(clock.now()).toBe(NOON + 250);
  expect(clock.skewMs()).toBe(HOUR - 250);
});

it('does not move with a clock that is put right', async () => {
  const own = { wall: NOON + HOUR, steady: 0 };
  using clock = openClock(noon, { wall: () => own.wall, steady: () => own.steady });
  await turn();
  [own.wall, own.steady] = [NOON + 1_250, 1_000];
  expect(clock.now()).toBe(NOON + 1_250);
  expect(clock.skewMs()).toBe(0);
});

it('goes by the own clock while the server does not answer', async () => {
  const redis = { time: async () => Promise.reject(new Error('away')) };
  using clock = openClock(redis, { wall: () => NOON, steady: () => 7 });
  await turn();
  expect(clock.now()).toBe(NOON);
  expect(clock.skewMs()).toBe(0);
});

it('does not believe an answer that was long under way', async () => {
  let steady = 0;
  const late = async (): Promise<[number, number]> => {
    steady += 60_000;
    return [NOON / 1_000 - 60, 0];
  };
  using clock = openClock({ time: late }, { wall: () => NOON, steady: () => steady });
  await turn();
  expect(clock.now()).toBe(NOON);
});
