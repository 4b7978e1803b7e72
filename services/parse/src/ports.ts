import type { Draft, Said } from '@nashra/articles';
import type { FeedWishes, Heir } from '@nashra/db';
import type { PageLook, PageObservation, PublisherMemory } from '@nashra/extract';
import type { LearnedPatterns, NamedHub } from '@nashra/feeds';
import type { InFlight, Reason, Sighting } from '@nashra/ledger';
import type { KeptPage } from '@nashra/reading';
import type { Shown } from '@nashra/sources';
import type { Found } from './load-fetched.ts';
import type { ReadingWatch } from './reading-watch.ts';
import type { ToldHeadlines } from './told-headlines.ts';

/** A fetched address with its kept bytes. */
export interface Fetched
  extends KeptPage,
    Pick<InFlight, 'address' | 'isReread' | 'lane' | 'vain' | 'rescues'> {
  /** Whether it has an article, its own or one that it is a copy of. */
  readonly isWritten: boolean;
  /** Null once they are being read: what comes of it waits for company, and pages need not wait with it. */
  bytes: Buffer | null;
}

/** What a feed or sitemap held. */
export interface Listing {
  readonly title: string | null;
  readonly sightings: readonly Sighting[];
  /** Whether this is all that the document lists: it came whole, and nothing was left out. */
  readonly isWhole: boolean;
  /** Dated entries and the time from the oldest of them until now. */
  readonly dated?: { readonly entries: number; readonly spanMs: number } | undefined;
  /** What the publisher asks of those who poll; null for nothing. */
  readonly wishes?: FeedWishes | null | undefined;
  /** Of a sitemap: what it shows that is of late, with its dates. */
  readonly ofLate?: readonly Shown[] | undefined;
  /** Where it tells of what is new; null for nowhere. */
  readonly hub?: NamedHub | null | undefined;
  /** Entries that could not be read. */
  readonly leftOut: number;
}

/** What a front page shows. */
export interface FrontPage {
  readonly feeds: readonly Heir[];
  /** In its order. */
  readonly links: readonly string[];
}

/**
 * What has come of a page that was read: its draft is written down; it says what its article says, and nothing is written; its article
 * says otherwise by now; or it is not here any more.
 */
export type Kept = 'draft' | 'unchanged' | 'otherwise' | 'stale';

export interface ParseDeps {
  readonly watch: Pick<ReadingWatch, 'read' | 'readSuspect'>;
  readonly headlines: ToldHeadlines;
  /** Null for what has moved on. */
  find(addressId: number): Promise<Found | null>;
  /** Has a place for its bytes while the work lasts. */
  inHand<Result>(work: () => Promise<Result>): Promise<Result>;
  load(found: Found): Promise<Fetched>;
  /** Keeps the draft, moves the address on and gives dedupe its job. */
  saveDraft(page: Fetched, draft: Draft, mayGrow: boolean): Promise<Kept>;
  /** Keeps which feeds a front page names and what it shows that no feed did, and ends its flight. */
  saveHome(page: Fetched, front: FrontPage): Promise<void>;
  /** Enters what a feed showed into the ledger, ends the feed's flight, and asks for the release of what is new. */
  saveListing(page: Fetched, listing: Listing): Promise<void>;
  /** Of a source that is a page of headlines what its pages have taught; null for another source. */
  patternsOf(page: Fetched): Promise<LearnedPatterns | null>;
  /** What other pages of the publisher taught. */
  recall(page: Fetched): Promise<PublisherMemory | undefined>;
  /** Shows the publisher's guard a page; whether it is to be held. */
  watchOver(page: Fetched, look: PageLook): Promise<boolean>;
  /** Ends the flight of a page that is held until somebody says that its publisher goes on. */
  hold(page: Fetched): Promise<void>;
  learn(page: Fetched, observation: PageObservation): Promise<void>;
  /** Ends the flight of a page that says nothing new, if its article still says that. */
  keepUnchanged(said: Said): Promise<Kept>;
  /** `wasRead` where what came was a page, and no file of another kind. */
  drop(page: Fetched, reason: Reason, wasRead?: boolean): Promise<void>;
  /** The bytes are lost: back to wait for another fetch. */
  refetch(page: Fetched): Promise<void>;
}

export type ParseOutcome =
  | 'draft'
  | 'home'
  | 'listing'
  | 'refetch'
  | 'stale'
  | 'unchanged'
  | Reason;
