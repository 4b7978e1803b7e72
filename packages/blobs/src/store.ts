/** JSON that lies beside the bytes: for a fetched page its address, status and header fields. */
export type BlobHead = Readonly<Record<string, unknown>>;

export interface BlobRef {
  /** Of the uncompressed bytes, 64 lower-case hexadecimal digits; also the key. */
  readonly sha256: string;
  /** Uncompressed size. */
  readonly bytes: number;
  /** `false` when the bytes were there before; their first head stays. */
  readonly stored: boolean;
}

export interface BlobEntry {
  readonly sha256: string;
  /** Last `put` of these bytes: what is young may belong to a row that is not committed yet. */
  readonly putAt: Date;
}

/** Content-addressed bytes. Every driver checks what it reads against the key. */
export interface BlobStore {
  put(bytes: Uint8Array, head: BlobHead): Promise<BlobRef>;
  /** `null` when unknown; throws `BlobCorruptError` when what lies there is not what was stored. */
  get(sha256: string): Promise<{ bytes: Buffer; head: BlobHead } | null>;
  has(sha256: string): Promise<boolean>;
  /** Up to `limit` entries in key order after `after`, for cleaning up in bounded steps. */
  list(after: string | undefined, limit: number): Promise<BlobEntry[]>;
  /** Does nothing for an unknown key. */
  delete(sha256: string): Promise<void>;
}
