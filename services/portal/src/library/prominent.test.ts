import type { ArticleCard } from '@nashra/reader';
import { expect, it } from 'vitest';
import { prominentOf } from './prominent.ts';

const NOW = Date.UTC(2026, 2, 1, 12);
const story = (id: number, storyPublishers: number, hoursAgo: number) =>
  ({ id, storyPublishers, publishedAt: new Date(NOW - hoursAgo * 3_600_000) }) as ArticleCard;
const idsOf = (...stories: ArticleCard[]) => prominentOf(stories, NOW).map(({ id }) => id);

it('puts first what many tell, and what is told now before what was told this morning', () => {
  expect(idsOf(story(1, 2, 1), story(2, 8, 1), story(3, 8, 11))).toEqual([2, 1, 3]);
});

it('leaves out what one publisher tells alone, what is over, and shows no more than a handful', () => {
  expect(idsOf(story(1, 1, 0), story(2, 9, 48))).toEqual([]);
  const many = Array.from({ length: 9 }, (_, at) => story(at, 3, at));
  expect(idsOf(...many)).toEqual([0, 1, 2, 3, 4]);
});

it('weighs what is dated ahead of us as if it were told now', () => {
  expect(idsOf(story(1, 2, -48), story(2, 3, 0))).toEqual([2, 1]);
});
