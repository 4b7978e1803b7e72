import { headlineKey } from '../metadata/title/title-text.ts';
import type { FeedEntryHint, Metadata } from '../types.ts';

/** Fewer letters may be the name of a section. */
const SHORTEST = 12;
/** Of pages that a feed announces by their own title hardly one in some hundreds is no article; of those the judge learned from four in ten are none. */
const ODDS = 100;

/** Whether a feed announces a page by a title that the page itself bears. */
export function isAnnounced(
  { title, titles }: Metadata,
  entry: FeedEntryHint | undefined,
): boolean {
  const key = headlineKey(entry?.title ?? '');
  return key.length >= SHORTEST && [title, ...titles].some((own) => headlineKey(own) === key);
}

/** How likely an announced page is an article, by how likely it is for what it looks like. */
export function announced(probability: number): number {
  const odds = (ODDS * probability) / Math.max(1e-6, 1 - probability);
  return Math.round((1_000 * odds) / (1 + odds)) / 1_000;
}
