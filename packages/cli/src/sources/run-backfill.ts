import { canonicalAddress } from '@nashra/address';
import { record } from '@nashra/audit';
import { type FeedEntry, olderPage, parseFeed, readListPage } from '@nashra/feeds';
import { backfill, type OlderEntry } from '@nashra/pipeline';
import { categoriesOf, hintOf } from '@nashra/reading';
import { findFeed, isPageSource } from '@nashra/sources';
import { CliError } from '../cli-error.ts';
import { note, print, printJson } from '../output/print.ts';
import { acting } from '../system/acting.ts';
import { openSystem } from '../system/find-system.ts';
import { openPoliteFetcher } from '../system/polite-fetcher.ts';
import { readDocument } from '../system/read-document.ts';

export interface BackfillOptions {
  /** Older pages that are read at the most. */
  readonly pages: number;
  readonly json?: true;
}

/** Reads the older pages of a feed one after another, at its host's pace, and enters what they list behind all news. */
export async function runBackfill(what: string, { pages, json }: BackfillOptions): Promise<void> {
  await using system = await openSystem();
  await using fetcher = openPoliteFetcher();
  const { address, addressId } = await findFeed(system.db, what);
  const parse = (await isPageSource(system.db, addressId)) ? readListPage : parseFeed;
  await record(system.db, acting(), { action: 'source.backfill', subject: address });
  const read = async (url: string) => {
    const document = await readDocument(url, undefined, { fetcher });
    const contentType = document.headers['content-type'];
    const options = { url: document.url, ...(contentType === undefined ? {} : { contentType }) };
    return { url: document.url, feed: parse(document.bytes, options) };
  };
  const seen = new Set([address]);
  const counts = { pages: 0, entries: 0, entered: 0 };
  let { url, feed } = await read(address);
  let end = 'that is all';
  while (counts.pages < pages) {
    const next = olderPage(feed, url);
    if (next === null || seen.has(next)) break;
    seen.add(next);
    try {
      ({ url, feed } = await read(next));
    } catch (error) {
      if (counts.pages === 0) throw noMore(address, error);
      end = `${next}: ${error instanceof Error ? error.message : error}`;
      break;
    }
    const entries = feed.entries.flatMap(olderEntry);
    const entered = await backfill(system, address, entries);
    counts.pages += 1;
    counts.entries += entries.length;
    counts.entered += entered;
    note(`${next}: ${entries.length} entries, ${entered} new`);
    if (entries.length === 0) break;
  }
  if (counts.pages === 0) throw noMore(address);
  if (json) printJson({ feed: address, ...counts });
  else print(`${counts.pages} pages, ${counts.entries} entries, ${counts.entered} new; ${end}.`);
}

function noMore(address: string, cause?: unknown): CliError {
  const why = cause instanceof Error ? ` (${cause.message})` : '';
  return new CliError(`${address} names no older page${why}.`);
}

function olderEntry(it: FeedEntry): OlderEntry[] {
  const address = it.address === null ? null : canonicalAddress(it.address);
  if (address === null) return [];
  return [{ address, entry: hintOf(it), categories: categoriesOf(it) }];
}
