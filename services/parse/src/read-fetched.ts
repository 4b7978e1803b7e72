import { type Draft, hashOf } from '@nashra/articles';
import { lookAt, type PageLook, type PageObservation } from '@nashra/extract';
import { namedFeeds, pageLinks } from '@nashra/feeds';
import type { Reason } from '@nashra/ledger';
import { draftOf, readPage } from '@nashra/reading';
import { decode } from '@nashra/text';
import { isMedia } from './is-media.ts';
import type { Fetched, FrontPage, Listing, ParseDeps } from './ports.ts';
import { readFeed, readHeadlines } from './read-feed.ts';
import { isOther, mayGrow, verdictOf } from './verdict.ts';

/** What a fetched page was read to be. It may wait for company, so it holds no more than what is done about it takes. */
export type Reading =
  | { readonly kind: 'lost' }
  | { readonly kind: 'nothing'; readonly reason: Reason }
  | { readonly kind: 'home'; readonly front: FrontPage }
  | { readonly kind: 'listing'; readonly listing: Listing }
  | ArticleReading;

export interface ArticleReading {
  readonly kind: 'article';
  readonly look: PageLook;
  /** What it teaches of its publisher's pages, if anything. */
  readonly observation: PageObservation | undefined;
  /** Why it is none, or by its hash that it says what its article says, or what it says. */
  readonly says:
    | { readonly reason: Reason }
    | { readonly same: string }
    | { readonly draft: Draft; readonly mayGrow: boolean };
}

type Frame = <Result>(reading: () => Result) => Result;
export type ReadingDeps = Pick<ParseDeps, 'watch' | 'headlines' | 'patternsOf' | 'recall'>;

/** Of a publisher of whom so many pages are known, those that are read again teach nothing. */
const TAUGHT_PAGES = 40;

/** Reads a page, and lets go of its bytes. `says` is the hash of what its article says, null for nothing that counts. */
export async function readFetched(
  page: Fetched,
  deps: ReadingDeps,
  { stalls, says }: { readonly stalls: number; readonly says: string | null },
): Promise<Reading> {
  const { bytes } = page;
  page.bytes = null;
  if (!bytes) return { kind: 'lost' };
  if (isBlank(bytes)) return { kind: 'nothing', reason: 'empty_body' };
  const frame: Frame = stalls > 0 ? deps.watch.readSuspect : deps.watch.read;
  if (page.kind === 'article') return await readArticle(page, bytes, deps, { frame, says });
  if (page.kind === 'home') return { kind: 'home', front: frame(() => readHome(page, bytes)) };
  const listing = await readSource(page, bytes, deps, frame);
  return typeof listing === 'string'
    ? { kind: 'nothing', reason: listing }
    : { kind: 'listing', listing };
}

function readHome({ url }: Fetched, bytes: Buffer): FrontPage {
  const { text } = decode(bytes, { kind: 'html' });
  return { feeds: namedFeeds(text, url), links: pageLinks(text, url) };
}

/** What a source shows: a feed or sitemap, or a page of headlines where somebody has said that it is one. */
async function readSource(page: Fetched, bytes: Buffer, deps: ReadingDeps, frame: Frame) {
  const listing = frame(() => readFeed(page, bytes));
  if (listing !== 'not_a_feed' || page.kind !== 'feed') return listing;
  const patterns = await deps.patternsOf(page);
  return patterns === null ? listing : frame(() => readHeadlines(page, bytes, patterns));
}

async function readArticle(
  page: Fetched,
  bytes: Buffer,
  deps: ReadingDeps,
  { frame, says }: { readonly frame: Frame; readonly says: string | null },
): Promise<Reading> {
  const memory = await deps.recall(page);
  // It has taught already, and tells of how the site was, not of how it is.
  const observe = !page.isReread || (memory?.pages ?? 0) < TAUGHT_PAGES;
  const extraction = frame(() =>
    isMedia(bytes, page.contentType) ? null : readPage(page, bytes, { memory, observe }),
  );
  if (!extraction) return { kind: 'nothing', reason: 'not_an_article' };
  // A fault of ours, not of the page: it must not pass for a verdict.
  if (extraction.warnings.includes('internal_error')) throw new Error('the extractor failed');
  const { id } = page.publisher;
  const areShown = deps.headlines.areShown(id, page.entry?.title ?? '');
  const told = { isOther: isOther(page, extraction), areShown };
  const verdict = verdictOf(page, extraction, told);
  // A picture that was taken for all there is shows no text either.
  const isAll =
    verdict === 'no_text' && says !== null && hashOf(draftOf(page, extraction)) === says;
  const reason = isAll ? null : verdict;
  if (extraction.isArticle && !page.isReread && page.vain === 0)
    deps.headlines.note(id, !told.isOther);
  const { observation } = extraction;
  const look = lookAt(extraction, page.url, reason === null);
  if (reason !== null) return { kind: 'article', look, observation, says: { reason } };
  const draft = draftOf(page, extraction);
  // What may grow is to be looked at again, which its flight has to be told.
  const grows = mayGrow(page, extraction, told);
  const isSame = says !== null && !grows && hashOf(draft) === says;
  const said = isSame ? { same: says } : { draft, mayGrow: grows };
  return { kind: 'article', look, observation, says: said };
}

function isBlank(bytes: Buffer): boolean {
  return bytes.length < 1_024 && bytes.toString('latin1').trim() === '';
}
