import type { EntryHint } from '@nashra/db';
import { type FeedEntry, plainText } from '@nashra/feeds';
import { cleanLine, cutText } from '@nashra/text';

/** Characters. */
const TITLE = 1_000;
const SUMMARY = 2_000;
const AUTHOR = 200;
/** Of a summary with its markup: more is read of none. */
const MARKUP = 20_000;
const MAX_AUTHORS = 40;

/** What a feed said of a page, as the ledger keeps it: clean, and of bounded length. */
export function hintOf(entry: FeedEntry): EntryHint {
  const published = entry.published ?? entry.updated;
  const title = cutText(cleanLine(entry.title), TITLE);
  const authors = entry.authors
    .slice(0, MAX_AUTHORS)
    .flatMap(({ name }) => cutText(cleanLine(name ?? ''), AUTHOR) || []);
  const summary = cutText(cleanLine(plainText(cutText(entry.summaryHtml ?? '', MARKUP))), SUMMARY);
  return {
    ...(title ? { title } : {}),
    ...(summary ? { summary } : {}),
    ...(published ? { publishedAt: published.instant } : {}),
    ...(authors.length > 0 ? { authors } : {}),
  };
}

/** What an entry is filed under, as people read it. */
export function categoriesOf({ categories }: FeedEntry): string[] {
  return categories.map(({ label, term }) => label ?? term);
}
