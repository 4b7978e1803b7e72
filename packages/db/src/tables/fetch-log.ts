import type { ColumnType, Generated } from 'kysely';

/** One request for one address, redirects included. Kept for a while, then swept. */
export interface FetchLogTable {
  id: Generated<number>;
  address_id: number;
  /** Of the last answer; null when none came. */
  status: number | null;
  /** stored, not-modified, unchanged, or why nothing was stored. */
  outcome: string;
  ms: number;
  bytes: number | null;
  blob_sha256: Buffer | null;
  final_address: string | null;
  hops: ColumnType<unknown, string | null, never>;
}
