import { expect, it } from 'vitest';
import { normalizeSpace, wordCount } from './space.ts';

it('makes one space of every run, no-break and zero-width space included', () => {
  expect(normalizeSpace(' \u00a0a\u200b \n b\ufeff ')).toBe('a b');
});

it.each([
  ['', 0],
  ['فتحت المكتبةُ أبوابها', 3],
  ["L'été dernier, 12 %", 3],
  ['市立図書館', 3],
])('counts the words of %s', (text, count) => expect(wordCount(text)).toBe(count));
