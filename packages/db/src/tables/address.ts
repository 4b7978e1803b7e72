import type { ColumnType, Generated } from 'kysely';

/** `home`: a front page that is asked which feeds its site has. */
export type AddressKind = 'feed' | 'sitemap' | 'article' | 'home';

/** 0 live news, 1 backfill: live goes first, whatever waits. */
export type Lane = 0 | 1;

/** What a feed said of the page behind an address. */
export interface EntryHint {
  readonly title?: string;
  readonly summary?: string;
  readonly publishedAt?: string;
  readonly authors?: readonly string[];
  /** IANA zone of a publisher who is born with the page. */
  readonly timeZone?: string;
}

/** The ledger: every address that was ever met, and how it ended. */
export interface AddressTable {
  id: Generated<number>;
  /** 16 bytes of the canonical address's identity; two spellings of one page share it. */
  key: Buffer;
  address: string;
  /** The host whose politeness budget a fetch spends. */
  host: string;
  publisher_id: number;
  kind: AddressKind;
  /** How its last flight ended; null when none has. One that is in flight has a row there. */
  state: string | null;
  /** Why it ended so. Codes are stable; see REASONS in packages/ledger. */
  reason: string | null;
  article_id: number | null;
  /** The newest kept body. */
  capture_id: number | null;
  etag: string | null;
  last_modified: string | null;
  guid_key: Buffer | null;
  /** Fingerprint of the feed entry; a new one asks for the page again. */
  entry_hash: Buffer | null;
  entry: ColumnType<EntryHint | null, string | null, string | null>;
  found_in: number | null;
  /** How many flights in a row brought nothing new. */
  vain: Generated<number>;
  /** When it is looked at again, without anybody asking; null when that is not planned. */
  again_at: Date | null;
  again_lane: Lane | null;
  /** Since when nothing lists it any more that is to be looked at again. */
  unlisted_at: Date | null;
  created_at: Generated<Date>;
  /** When its last flight ended. */
  updated_at: Generated<Date>;
}
