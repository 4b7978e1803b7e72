import { expect, it } from 'vitest';
import { openToldHeadlines } from './told-headlines.ts';

it('knows whose pages have the headlines of their entries once most of them had', () => {
  const headlines = openToldHeadlines();
  headlines.note(1, true);
  headlines.note(2, false);
  expect(headlines.areShown(1, 'Entry 1')).toBe(true);
  expect(headlines.areShown(2, 'A new roof')).toBe(false);
  headlines.note(2, true);
  expect(headlines.areShown(2, 'A new roof')).toBe(false);
  headlines.note(2, true);
  expect(headlines.areShown(2, 'A new roof')).toBe(true);
});

it('believes a headline in words of a publisher nobody has met, and none that counts', () => {
  const headlines = openToldHeadlines();
  expect(headlines.areShown(1, 'A new roof over the market hall')).toBe(true);
  expect(headlines.areShown(1, 'Entry 17 of the second day')).toBe(false);
});
