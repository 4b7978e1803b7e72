import type { ArticleCard } from '@nashra/reader';

/** Among so many of the latest stories the weightiest are looked for. */
export const PROMINENT_AMONG = 100;
const PROMINENT_LENGTH = 5;
/** What one publisher alone tells is news like other news. */
const FEWEST_PUBLISHERS = 2;
/** After so long a story weighs half, and at last nothing. */
const HALF_LIFE_MS = 6 * 3_600_000;
const OVER_AFTER_MS = 8 * HALF_LIFE_MS;

/** The stories that weigh most now: told by many, and not long ago. */
export function prominentOf(stories: readonly ArticleCard[], now: number): ArticleCard[] {
  return stories
    .filter(
      ({ storyPublishers, publishedAt }) =>
        storyPublishers >= FEWEST_PUBLISHERS && now - publishedAt.getTime() < OVER_AFTER_MS,
    )
    .map((story) => ({ story, weight: weightOf(story, now) }))
    .toSorted((a, b) => b.weight - a.weight || b.story.id - a.story.id)
    .slice(0, PROMINENT_LENGTH)
    .map(({ story }) => story);
}

function weightOf({ storyPublishers, publishedAt }: ArticleCard, now: number): number {
  const age = Math.max(now - publishedAt.getTime(), 0);
  return Math.log2(storyPublishers) * 2 ** (-age / HALF_LIFE_MS);
}
