import { expect, it } from 'vitest';
import { createCadence } from './cadence.ts';

it('gives every kind of work its own rhythm', () => {
  let now = 1_000_000;
  const due = createCadence({ reconcile: 5_000, sweep: 60_000 }, () => now);
  expect([due('reconcile'), due('sweep'), due('reconcile')]).toEqual([true, true, false]);
  now += 5_000;
  expect([due('reconcile'), due('sweep')]).toEqual([true, false]);
});
