import type { Generated, JSONColumnType } from 'kysely';
import type { EntryRule, SourceState } from './publisher.ts';

/** `ttl` or `sy:updatePeriod`, `skipHours` (0 to 23, UTC), `skipDays` (0 is Sunday). */
export interface FeedWishes {
  readonly wishMs: number;
  readonly skipHours: readonly number[];
  readonly skipDays: readonly number[];
}

/** A feed that may have taken the place of a dead one. */
export interface Heir {
  readonly address: string;
  readonly title: string | null;
}

/** How an address is polled again and again. What happened to one poll is in the fetch log. */
export interface FeedTable {
  id: Generated<number>;
  publisher_id: number;
  address_id: number;
  /** As the ledger has it; here once more, so that a list of feeds reads no ledger. */
  address: string;
  host: string;
  title: string | null;
  /** A page of headlines, read as if it were a feed. */
  is_page: Generated<boolean>;
  state: Generated<SourceState>;
  interval_seconds: Generated<number>;
  next_poll_at: Generated<Date>;
  last_polled_at: Date | null;
  last_success_at: Date | null;
  /** When a poll last found an entry that was not known. */
  last_entry_at: Date | null;
  /** Polls in a row that ended in no feed. */
  failures: Generated<number>;
  last_reason: string | null;
  /** Entries of the last good poll, and how many of them were not known before. */
  entries_seen: Generated<number>;
  entries_new: Generated<number>;
  /** Where the server says for good that it is now, and since when it has said so at every poll. */
  moved_to: string | null;
  moved_since: Date | null;
  /** The last poll that was sent there. */
  moved_seen_at: Date | null;
  /** What its polls have taught (`Rhythm` of packages/sources), and its claim on the budget of requests. */
  rhythm: number[] | null;
  pull: number | null;
  /** Why it is asked at `next_poll_at`. */
  next_why: string | null;
  /** What its publisher asks of those who poll, where that is something. */
  wishes: JSONColumnType<FeedWishes> | null;
  /** Polls that showed nothing of the poll before: what came between may be lost. */
  overflows: Generated<number>;
  overflow_at: Date | null;
  /** From when on it is strange that it shows nothing new. */
  strange_at: Date | null;
  /** Running sums of what its week makes likely against what came (packages/sources, completeness). */
  shortfall: number[] | null;
  /** The WebSub hub that it names, and what it calls itself there. */
  hub: string | null;
  topic: string | null;
  /** Entries that its hub, or another feed or sitemap, has told before any poll of it found them; less for each that none had. */
  told: Generated<number>;
  /** When its publisher's front page was last asked for other feeds, since it died. */
  home_asked_at: Date | null;
  /** What it named; empty for nothing, null where it has not answered. */
  heirs: JSONColumnType<Heir[]> | null;
  /** Its own, beside its publisher's. */
  rules: JSONColumnType<EntryRule[]> | null;
  created_at: Generated<Date>;
}
