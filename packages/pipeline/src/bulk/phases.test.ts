import { expect, it } from 'vitest';
import { phasesOf } from './phases.ts';

it.each([
  [0, [[0, 0]]],
  [3, [[0, 3]]],
  [10, [[0, 10]]],
  [
    11,
    [
      [0, 10],
      [10, 11],
    ],
  ],
  [
    20_000,
    [
      [0, 10],
      [10, 2_010],
      [2_010, 20_000],
    ],
  ],
])('sends %s in phases of ten, a tenth and the rest', (count, phases) => {
  expect(phasesOf(count, false)).toEqual(phases.filter(([from, to]) => from !== to || count === 0));
  expect(phasesOf(count, true)).toEqual([[0, count]]);
});
