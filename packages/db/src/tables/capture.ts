import type { ColumnType, Generated } from 'kysely';

/** How bytes came in. */
export type CaptureOrigin = 'http' | 'warc' | 'push' | 'file';

/** One kept body of one address: a fact, for as long as a result depends on it. The bytes lie in the blob store. */
export interface CaptureTable {
  address_id: number;
  id: Generated<number>;
  blob_sha256: Buffer;
  origin: CaptureOrigin;
  /** After redirects: what the page's links are relative to. */
  final_address: string;
  content_type: string | null;
  /** Status and those header fields that a reading may need; null for what came in before it was kept here. */
  head: ColumnType<CaptureHead | null, string | null, never>;
  captured_at: Date;
}

export interface CaptureHead {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}
