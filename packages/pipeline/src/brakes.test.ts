import { expect, it } from 'vitest';
import { brakesOf } from './brakes.ts';

const idle = { parse: { waiting: 0 }, dedupe: { waiting: 0 }, index: { waiting: 0 } };
const roomy = { usedBytes: 900, mostBytes: 0 };

it('holds nothing back while everybody keeps up, however much a Redis without a limit holds', () => {
  expect(brakesOf({ ...idle, parse: { waiting: 999 } }, roomy, 1_000)).toEqual([]);
});

it('names the stage that has more to do than should wait', () => {
  expect(brakesOf({ ...idle, parse: { waiting: 1_000 } }, roomy, 1_000)).toEqual([
    { where: 'parse', jobs: 1_000 },
  ]);
  expect(brakesOf({ ...idle, index: { waiting: 250 } }, roomy, 1_000)).toEqual([
    { where: 'index', jobs: 250 },
  ]);
});

it('leaves Redis room for the jobs of those that are in flight', () => {
  expect(brakesOf(idle, { usedBytes: 90, mostBytes: 100 }, 1_000)).toEqual([
    { where: 'redis', share: 0.9 },
  ]);
  expect(brakesOf(idle, { usedBytes: 80, mostBytes: 100 }, 1_000)).toEqual([]);
});
