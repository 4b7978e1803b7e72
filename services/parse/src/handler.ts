import { lookAt } from '@nashra/extract';
import { namedFeeds, pageLinks } from '@nashra/feeds';
import type { Reason } from '@nashra/ledger';
import type { JobContext } from '@nashra/queue';
import { draftOf, readPage } from '@nashra/reading';
import { decode } from '@nashra/text';
import type { Fetched, ParseDeps, ParseOutcome } from './ports.ts';
import { readFeed, readHeadlines } from './read-feed.ts';
import { verdictOf } from './verdict.ts';

type ParseContext = Pick<JobContext, 'log' | 'stalls' | 'meet'>;
type Read = <Result>(reading: () => Result) => Result;

/** So often a flight's bytes are fetched again when the store has lost them. */
const MOST_REFETCHES = 3;
const LOST = 'blobs: what was fetched is not there';

/** parse: stored bytes in; an article draft and one dedupe job, or newly seen addresses, out. */
export async function handleParse(
  { addressId }: { readonly addressId: number },
  deps: ParseDeps,
  { log, stalls, meet }: ParseContext,
): Promise<ParseOutcome> {
  const page = await deps.load(addressId);
  if (!page) return 'stale';
  if (!page.bytes) {
    meet(LOST);
    // Where parse sees another store than fetch, fetching again brings nothing.
    if (page.rescues >= MOST_REFETCHES) return drop(page, deps, 'bytes_lost');
    await deps.refetch(page);
    return 'refetch';
  }
  if (isBlank(page.bytes)) return drop(page, deps, 'empty_body');
  const read: Read = stalls > 0 ? deps.watch.readSuspect : deps.watch.read;
  if (page.kind === 'article') return parseArticle(page, deps, { log, read });
  const { bytes } = page;
  if (page.kind === 'home') {
    await deps.saveHome(
      page,
      read(() => {
        const { text } = decode(bytes, { kind: 'html' });
        return { feeds: namedFeeds(text, page.url), links: pageLinks(text, page.url) };
      }),
    );
    return 'home';
  }

  const listing = await readSource(page, bytes, deps, read);
  if (typeof listing === 'string') return drop(page, deps, listing);
  const { leftOut } = listing;
  if (leftOut > 0) log.warn({ addressId, leftOut }, 'entries left out');
  await deps.saveListing(page, listing);
  return 'listing';
}

/** What a source shows: a feed or sitemap, or a page of headlines where somebody has said that it is one. */
async function readSource(page: Fetched, bytes: Buffer, deps: ParseDeps, read: Read) {
  const listing = read(() => readFeed(page, bytes));
  if (listing !== 'not_a_feed' || page.kind !== 'feed') return listing;
  const patterns = await deps.patternsOf(page);
  return patterns === null ? listing : read(() => readHeadlines(page, bytes, patterns));
}

async function parseArticle(
  page: Fetched,
  deps: ParseDeps,
  { log, read }: Pick<JobContext, 'log'> & { readonly read: Read },
): Promise<ParseOutcome> {
  const { addressId } = page;
  if (page.isKnown) {
    await deps.keep(page);
    return 'unchanged';
  }
  const memory = await deps.recall(page);
  const extraction = read(() => readPage(page, page.bytes as Buffer, memory));
  page.bytes = null;
  // A fault of ours, not of the page: it must not pass for a verdict.
  if (extraction.warnings.includes('internal_error')) throw new Error('the extractor failed');
  const verdict = verdictOf(page, extraction);
  if (await deps.watchOver(page, lookAt(extraction, verdict === null))) {
    await deps.hold(page);
    return 'layout_changed';
  }
  if (verdict !== null) {
    log.debug({ addressId, kind: extraction.kind }, 'no article');
    return drop(page, deps, verdict);
  }
  if (!(await deps.saveDraft(page, draftOf(page, extraction)))) return 'stale';
  if (extraction.observation) await deps.learn(page, extraction.observation);
  return 'draft';
}

async function drop(page: Fetched, deps: ParseDeps, reason: Reason): Promise<Reason> {
  await deps.drop(page, reason);
  return reason;
}

function isBlank(bytes: Buffer): boolean {
  return bytes.length < 1_024 && bytes.toString('latin1').trim() === '';
}
