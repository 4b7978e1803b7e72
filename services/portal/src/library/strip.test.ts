import type { ArticleCard } from '@nashra/reader';
import { expect, it } from 'vitest';
import { STRIP_LENGTH, stripOf } from './strip.ts';

const cards = (titles: readonly string[]) => titles.map((title) => ({ title })) as ArticleCard[];

it('shows two spellings of one headline once, the later one, and short ones as often as they come', () => {
  const twice = [
    'كاتب يكتب.. "رواية جديدة لأحمد: بلد آخر"',
    'كاتب يكتب: "رواية" جديدة لأحمد.. بلد آخر',
  ];
  expect(stripOf(cards([...twice, 'رياضة', 'رياضة'])).map((it) => it.title)).toEqual([
    twice[0],
    'رياضة',
    'رياضة',
  ]);
});

it('is as long as it is', () => {
  const many = Array.from({ length: 80 }, (_, n) => `خبر طويل من أخبار المدينة رقم ${n}`);
  expect(stripOf(cards(many))).toHaveLength(STRIP_LENGTH);
});
