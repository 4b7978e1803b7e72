import { expect, it } from 'vitest';
import { toldBy, toldMore, trustOf } from './told.ts';

it('believes a hub after some entries, ever more, and not without end', () => {
  expect(trustOf(toldMore(0, 4))).toBe(1);
  expect(trustOf(toldMore(4, 4))).toBe(4);
  expect(trustOf(toldMore(60, 1_000))).toBe(16);
});

it('believes it half as much after one entry that it did not tell, and no more after several', () => {
  expect(toldBy(20, { added: 0 })).toBe(20);
  expect(toldBy(20, { added: 1 })).toBe(10);
  expect(toldBy(20, { added: 2 })).toBe(0);
});

it('counts what another feed showed first, as long as that is most', () => {
  expect(toldBy(0, { added: 0, elsewhere: 8 })).toBe(8);
  expect(toldBy(8, { added: 3, elsewhere: 6 })).toBe(7);
  expect(toldBy(8, { added: 6, elsewhere: 3 })).toBe(0);
});
