import type { ColumnType, Generated } from 'kysely';

export type AddressKind = 'feed' | 'sitemap' | 'article';

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

/** The ledger: every address that was ever met, and where it stands. */
export interface AddressTable {
  id: Generated<number>;
  /** 16 bytes of the canonical address's identity; two spellings of one page share it. */
  key: Buffer;
  address: string;
  /** The host whose politeness budget a fetch spends. */
  host: string;
  publisher_id: number;
  kind: AddressKind;
  lane: Generated<Lane>;
  /** Which stage it waits for, or how it ended; the way (packages/pipeline) names them. */
  state: Generated<string>;
  /** Why the address stands where it stands. Codes are stable; see REASONS in packages/ledger. */
  reason: string | null;
  /** Not to be released before. */
  due_at: Generated<Date>;
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
  /** How often a busy host sent it away, and how often the reconciler put it back, in this flight. */
  waits: Generated<number>;
  rescues: Generated<number>;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
}
