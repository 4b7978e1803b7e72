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
/** What is done about a page that has been read. */
type End = () => Promise<ParseOutcome>;

/** So often a flight's bytes are fetched again when the store has lost them. */
const MOST_REFETCHES = 3;
/** Of a publisher of whom so many pages are known, those that are read again teach nothing. */
const TAUGHT_PAGES = 40;
const LOST = 'blobs: what was fetched is not there';

/** parse: stored bytes in; an article draft and one dedupe job, or newly seen addresses, out. */
export async function handleParse(
  { addressId }: { readonly addressId: number },
  deps: ParseDeps,
  context: ParseContext,
): Promise<ParseOutcome> {
  const found = await deps.find(addressId);
  if (!found) return 'stale';
  if (found.isKnown) return await deps.keep(addressId);
  const end = await deps.inHand(async () => readFetched(await deps.load(found), deps, context));
  return await end();
}

/** Reads it; what is to be done then may wait for company, and its bytes need not wait with it. */
async function readFetched(
  page: Fetched,
  deps: ParseDeps,
  { log, stalls, meet }: ParseContext,
): Promise<End> {
  const { addressId, bytes } = page;
  page.bytes = null;
  if (!bytes) {
    meet(LOST);
    // Where parse sees another store than fetch, fetching again brings nothing.
    if (page.rescues >= MOST_REFETCHES) return dropping(page, deps, 'bytes_lost');
    return async () => {
      await deps.refetch(page);
      return 'refetch';
    };
  }
  if (isBlank(bytes)) return dropping(page, deps, 'empty_body');
  const read: Read = stalls > 0 ? deps.watch.readSuspect : deps.watch.read;
  if (page.kind === 'article') return await readArticle(page, bytes, deps, { log, read });
  if (page.kind === 'home') {
    const front = read(() => {
      const { text } = decode(bytes, { kind: 'html' });
      return { feeds: namedFeeds(text, page.url), links: pageLinks(text, page.url) };
    });
    return async () => {
      await deps.saveHome(page, front);
      return 'home';
    };
  }

  const listing = await readSource(page, bytes, deps, read);
  if (typeof listing === 'string') return dropping(page, deps, listing);
  return async () => {
    const { leftOut } = listing;
    if (leftOut > 0) log.warn({ addressId, leftOut }, 'entries left out');
    await deps.saveListing(page, listing);
    return 'listing';
  };
}

/** What a source shows: a feed or sitemap, or a page of headlines where somebody has said that it is one. */
async function readSource(page: Fetched, bytes: Buffer, deps: ParseDeps, read: Read) {
  const listing = read(() => readFeed(page, bytes));
  if (listing !== 'not_a_feed' || page.kind !== 'feed') return listing;
  const patterns = await deps.patternsOf(page);
  return patterns === null ? listing : read(() => readHeadlines(page, bytes, patterns));
}

async function readArticle(
  page: Fetched,
  bytes: Buffer,
  deps: ParseDeps,
  { log, read }: Pick<JobContext, 'log'> & { readonly read: Read },
): Promise<End> {
  const memory = await deps.recall(page);
  // It has taught already, and tells of how the site was, not of how it is.
  const observe = !page.isReread || (memory?.pages ?? 0) < TAUGHT_PAGES;
  const extraction = read(() => readPage(page, bytes, { memory, observe }));
  // A fault of ours, not of the page: it must not pass for a verdict.
  if (extraction.warnings.includes('internal_error')) throw new Error('the extractor failed');
  const verdict = verdictOf(page, extraction);
  return async () => {
    if (await deps.watchOver(page, lookAt(extraction, verdict === null))) {
      await deps.hold(page);
      return 'layout_changed';
    }
    if (verdict !== null) {
      log.debug({ addressId: page.addressId, kind: extraction.kind }, 'no article');
      return drop(page, deps, verdict);
    }
    const kept = await deps.saveDraft(page, draftOf(page, extraction));
    if (kept !== 'stale' && extraction.observation) await deps.learn(page, extraction.observation);
    return kept;
  };
}

async function drop(page: Fetched, deps: ParseDeps, reason: Reason): Promise<Reason> {
  await deps.drop(page, reason);
  return reason;
}

const dropping =
  (page: Fetched, deps: ParseDeps, reason: Reason): End =>
  () =>
    drop(page, deps, reason);

function isBlank(bytes: Buffer): boolean {
  return bytes.length < 1_024 && bytes.toString('latin1').trim() === '';
}
