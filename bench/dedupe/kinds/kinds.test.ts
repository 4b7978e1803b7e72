import { expect, it } from 'vitest';
import { CASES } from './cases.ts';
import { CASES_AGAIN } from './cases-again.ts';
import { pairsOf } from './pairs.ts';

const pairs = [...CASES, ...CASES_AGAIN].flatMap(pairsOf);

it('makes one report of no two texts that are two, since that hides one of them from readers', () => {
  const merged = pairs.filter(({ isOne, isTold }) => !isOne && isTold);
  expect(merged.map(({ it: { name }, at }) => `${name} ${at}`)).toEqual([]);
});

it('knows nine copies of ten, however houses edit them', () => {
  const copies = pairs.filter(({ isOne }) => isOne);
  const known = copies.filter(({ isTold }) => isTold).length;
  expect(known / copies.length).toBeGreaterThan(0.9);
});
