import { headlineKey } from '../metadata/title/title-text.ts';
import type { BodyFacts, FeedEntryHint, Metadata } from '../types.ts';

/** Fewer letters may be the name of a section. */
const SHORTEST = 12;
/** Of pages that a feed announces by their own title hardly one in some hundreds is no article; of those the judge learned from four in ten are none. */
const ODDS = 100;

/** Whether a feed announces a page by a title that the page itself bears. */
function isAnnounced({ title, titles }: Metadata, entry: FeedEntryHint | undefined): boolean {
  const key = headlineKey(entry?.title ?? '');
  return key.length >= SHORTEST && [title, ...titles].some((own) => headlineKey(own) === key);
}

/** Words of a text below which who wrote it and when may be said of anything. */
const TEXT_WORDS = 60;
/**
 * Who wrote and when are shown on 12 % of articles and 2.4 % of services, shops and listings (1,614 and 423 pages). The judge learned nearly all
 * it knows of such pages from English ones, and weighs what no machine is told too little on others.
 */
const SHOWN_ODDS = 5;

/** Whether readers, and no machines, are told who wrote a text and when. */
const isShown = (
  { published, authors, places }: Metadata,
  { wordCount }: Pick<BodyFacts, 'wordCount'>,
): boolean =>
  wordCount >= TEXT_WORDS &&
  authors.length > 0 &&
  (places.authors === 'byline' || places.authors === 'marked') &&
  (published?.source === 'visible' || published?.source === 'time');

/** How likely a page is an article, by how likely it is for what it looks like. */
export function likelyArticle(
  probability: number,
  metadata: Metadata,
  body: Pick<BodyFacts, 'wordCount'>,
  entry: FeedEntryHint | undefined,
): number {
  const times =
    (isAnnounced(metadata, entry) ? ODDS : 1) * (isShown(metadata, body) ? SHOWN_ODDS : 1);
  return times === 1 ? probability : withOdds(probability, times);
}

/** A probability whose odds are so many times those of another. */
export function withOdds(probability: number, times: number): number {
  const odds = (times * probability) / Math.max(1e-6, 1 - probability);
  return Math.round((1_000 * odds) / (1 + odds)) / 1_000;
}
