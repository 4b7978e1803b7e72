import type { DedupePayload, ParsePayload } from '@nashra/contracts';
import type { AddressKind, EntryHint } from '@nashra/db';
import type { PageObservation, PublisherMemory } from '@nashra/extract';
import type { Draft, Reason, Sighting } from '@nashra/ledger';
import type { JobContext } from '@nashra/queue';
import { draftOf, readArticle } from './read-article.ts';
import { readFeed } from './read-feed.ts';

/** A fetched address with its bytes. */
export interface Fetched {
  readonly addressId: number;
  readonly kind: AddressKind;
  /** Where the bytes came from in the end. */
  readonly url: string;
  readonly contentType: string | undefined;
  readonly blobSha256: string;
  readonly fetchId: number | null;
  /** What «today» on the page means. */
  readonly fetchedAt: Date;
  readonly entry: EntryHint | null;
  readonly publisher: {
    readonly id: number;
    readonly name: string;
    readonly timeZone: string;
    readonly language: string | null;
  };
  /** True when these very bytes were read by this very extractor: they cannot say anything new. */
  readonly isKnown: boolean;
  /** Null when the store has lost them. */
  readonly bytes: Buffer | null;
}

/** What a feed or sitemap held. */
export interface Listing {
  readonly title: string | null;
  readonly sightings: readonly Sighting[];
  /** Entries that could not be read. */
  readonly leftOut: number;
}

export interface ParseDeps {
  load(addressId: number): Promise<Fetched | null>;
  saveDraft(page: Fetched, draft: Draft): Promise<boolean>;
  /** Enters what a feed showed into the ledger, ends the feed's flight, and releases what is new. */
  saveListing(page: Fetched, listing: Listing): Promise<void>;
  /** What other pages of the publisher taught. */
  recall(page: Fetched): Promise<PublisherMemory | undefined>;
  learn(page: Fetched, observation: PageObservation): Promise<void>;
  /** Ends the flight of an article whose bytes are known. */
  keep(page: Fetched): Promise<void>;
  drop(page: Fetched, reason: Reason): Promise<void>;
  /** The bytes are lost: back to wait for another fetch. */
  refetch(page: Fetched): Promise<void>;
  pushDedupe(payload: DedupePayload): Promise<void>;
}

export type ParseOutcome = 'draft' | 'listing' | 'refetch' | 'stale' | 'unchanged' | Reason;

/** parse: stored bytes in; an article draft and one dedupe job, or newly seen addresses, out. */
export async function handleParse(
  { addressId }: ParsePayload,
  deps: ParseDeps,
  { log }: Pick<JobContext, 'log'>,
): Promise<ParseOutcome> {
  const page = await deps.load(addressId);
  if (!page) return 'stale';
  if (!page.bytes) {
    await deps.refetch(page);
    return 'refetch';
  }
  if (isBlank(page.bytes)) return drop(page, deps, 'empty_body');
  const bytes = page.bytes;

  if (page.kind === 'article') return parseArticle(page, bytes, deps, log);

  const listing = readFeed(page, bytes);
  if (typeof listing === 'string') return drop(page, deps, listing);
  const { leftOut } = listing;
  if (leftOut > 0) log.warn({ addressId, leftOut }, 'entries left out');
  await deps.saveListing(page, listing);
  return 'listing';
}

async function parseArticle(
  page: Fetched,
  bytes: Buffer,
  deps: ParseDeps,
  log: JobContext['log'],
): Promise<ParseOutcome> {
  const { addressId } = page;
  if (page.isKnown) {
    await deps.keep(page);
    return 'unchanged';
  }
  const extraction = readArticle(page, bytes, await deps.recall(page));
  // A fault of ours, not of the page: it must not pass for a verdict.
  if (extraction.warnings.includes('internal_error')) throw new Error('the extractor failed');
  if (!extraction.isArticle) {
    log.debug({ addressId, kind: extraction.kind }, 'no article');
    return drop(page, deps, 'not_an_article');
  }
  if (!(await deps.saveDraft(page, draftOf(page, extraction)))) return 'stale';
  await deps.pushDedupe({ addressId });
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
