import { expect, it } from 'vitest';
import { brakesOf, lanesOf } from './brakes.ts';

const none = { waiting: 0, background: 0 };
const idle = { parse: none, dedupe: none, index: none };
const roomy = { usedBytes: 900, mostBytes: 0 };

it('holds nothing back while everybody keeps up, however much a Redis without a limit holds', () => {
  expect(brakesOf({ ...idle, parse: { ...none, waiting: 999 } }, roomy, 1_000)).toEqual([]);
});

it('names the stage that has more to do than should wait', () => {
  expect(brakesOf({ ...idle, parse: { ...none, waiting: 1_000 } }, roomy, 1_000)).toEqual([
    { where: 'parse', jobs: 1_000, newsGoesOn: false },
  ]);
  expect(brakesOf({ ...idle, index: { ...none, waiting: 250 } }, roomy, 1_000)).toEqual([
    { where: 'index', jobs: 250, newsGoesOn: false },
  ]);
});

it('leaves Redis room for the jobs of those that are in flight', () => {
  expect(brakesOf(idle, { usedBytes: 90, mostBytes: 100 }, 1_000)).toEqual([
    { where: 'redis', share: 0.9 },
  ]);
  expect(brakesOf(idle, { usedBytes: 80, mostBytes: 100 }, 1_000)).toEqual([]);
});

it('lets news in while what waits too long goes behind it', () => {
  const parse = { waiting: 1_500, background: 1_400 };
  const brakes = brakesOf({ ...idle, parse }, roomy, 1_000);
  expect(brakes).toEqual([{ where: 'parse', jobs: 1_500, newsGoesOn: true }]);
  expect(lanesOf(brakes)).toEqual([0]);
  expect(lanesOf([])).toEqual([0, 1]);
  const full = { waiting: 1_500, background: 400 };
  expect(lanesOf(brakesOf({ ...idle, parse: full }, roomy, 1_000))).toEqual([]);
  expect(lanesOf(brakesOf(idle, { usedBytes: 90, mostBytes: 100 }, 1_000))).toEqual([]);
});
