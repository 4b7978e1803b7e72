import { parseHtml } from '@nashra/html';
import { decode } from '@nashra/text';
import type { Feed } from '../feed.ts';
import { FeedDraft } from '../feed-draft.ts';
import { FeedError } from '../feed-error.ts';
import { alternate, finishFeed } from '../finish.ts';
import { openContext, type ParseFeedOptions } from '../open-context.ts';
import { aboutPage } from './about-page.ts';
import { blocksOf } from './blocks.ts';
import { entryOf } from './entry-of.ts';
import { articlesOf } from './headlines.ts';
import type { LearnedPatterns } from './learned.ts';
import { listedPages } from './listed-pages.ts';

/** Entries of one page; more of them are no list of what is new. */
const MOST_ENTRIES = 500;
const MOST_BYTES = 4 << 20;
const NOTHING_LEARNED: LearnedPatterns = new Map();

export interface ReadListOptions extends ParseFeedOptions {
  /** What earlier pages of the site have taught (`learnPatterns`). */
  learned?: LearnedPatterns;
}

/**
 * Reads a page of headlines (a front page, a section, a page of «latest news») as if it were a feed: an entry for each article that
 * it links to on its own site, in its order, with its headline, and the date and summary of its block where they stand there. Which
 * links are articles is told by the patterns of addresses, by texts and by blocks that look alike; no site is known by name.
 *
 * @throws FeedError `NOT_A_FEED` where no article is found.
 */
export function readListPage(
  bytes: Uint8Array,
  { learned = NOTHING_LEARNED, ...options }: ReadListOptions,
): Feed {
  const context = openContext(options);
  const { warnings } = context;
  const { text, encoding } = decode(bytes.subarray(0, MOST_BYTES), {
    kind: 'html',
    ...(options.contentType && { contentType: options.contentType }),
  });
  const tree = parseHtml(text);
  if (tree.truncated || bytes.length > MOST_BYTES) warnings.add('truncated');
  const pages = articlesOf(listedPages(tree, options.url), learned);
  if (pages.length === 0) throw new FeedError('NOT_A_FEED', 'the page shows no headlines');
  if (pages.length > MOST_ENTRIES) warnings.add('too-many-entries');
  const blocks = blocksOf(tree, pages);
  const entries = pages
    .slice(0, MOST_ENTRIES)
    .map((page, at) => entryOf(tree, page, blocks[at] as number, context));
  const { title, language, next } = aboutPage(tree, options.url);
  const draft = new FeedDraft(context);
  draft.language = language ?? context.language;
  draft.links.push(alternate(options.url));
  if (next !== null) draft.links.push({ ...alternate(next), rel: 'next' });
  draft.setText('title', { value: title, type: 'text/plain', language: null }, 0);
  const feed = finishFeed(draft, { format: 'page', version: '', encoding }, entries);
  return { ...feed, warnings: warnings.list() };
}
