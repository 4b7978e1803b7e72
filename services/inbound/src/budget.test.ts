import { expect, it } from 'vitest';
import { Budget } from './budget.ts';

it('lets a burst through, then one each so often, each name for itself', () => {
  let now = 0;
  const budget = new Budget({ burst: 3, everyMs: 100 }, () => now);
  const spent = (name: string) => [1, 2, 3, 4].map(() => budget.spend(name));
  expect(spent('a')).toEqual([true, true, true, false]);
  expect(spent('b')).toEqual([true, true, true, false]);
  now = 99;
  expect(budget.spend('a')).toBe(false);
  now = 100;
  expect([budget.spend('a'), budget.spend('a')]).toEqual([true, false]);
  now = 100_000;
  expect(spent('a')).toEqual([true, true, true, false]);
});
