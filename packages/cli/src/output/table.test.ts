import { expect, it } from 'vitest';
import { table, widthOf } from './table.ts';

it('puts numbers to the right and text to the left', () => {
  const rows = [
    ['fetch', 7, 'a'],
    ['index', 1200, 'bb'],
  ];
  expect(table(rows, ['queue', 'n', 'last'])).toBe(
    'queue     n  last\nfetch     7  a\nindex  1200  bb',
  );
});

it('counts what is seen: no colours, no vowel signs', () => {
  expect(widthOf('\u001b[1mok\u001b[22m')).toBe(2);
  expect(widthOf('مُحَمَّد')).toBe(4);
});

it('makes nothing of nothing', () => {
  expect(table([])).toBe('');
});
