import { expect, it } from 'vitest';
import { ago } from './ago.ts';

it.each([
  [null, 'never'],
  [-200, '0 s ago'],
  [-125_000, '2 min ago'],
  [7_200_000, 'in 2 h'],
  [-3 * 86_400_000, '3 d ago'],
])('tells %s as %s', (offset, expected) => {
  expect(ago(offset === null ? null : new Date(1e12 + offset), 1e12)).toBe(expected);
});
