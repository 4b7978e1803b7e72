export interface BlobRef {
  /** Of the uncompressed bytes, 64 lower-case hexadecimal digits; also the key. */
  readonly sha256: string;
  /** Uncompressed size. */
  readonly bytes: number;
}

export interface BlobEntry {
  readonly sha256: string;
  /** Last `put` of these bytes: what is young may belong to a row that is not committed yet. */
  readonly putAt: Date;
}

/**
 * Content-addressed bytes. Every driver checks what it reads against the key, and throws what `environmentFault` knows when it
 * is the store itself that fails.
 */
export interface BlobStore {
  /** Throws ENOSPC while there is less room than is to be kept free. */
  requireRoom(): void;
  /** Bytes that are there already become young again, so that nobody takes them for an orphan before their new row is there. */
  put(bytes: Uint8Array): Promise<BlobRef>;
  /** `null` when unknown; throws `BlobCorruptError` when what lies there is not what was stored. */
  get(sha256: string): Promise<Buffer | null>;
  has(sha256: string): Promise<boolean>;
  /** The head that the first version kept beside the bytes; `null` where there is none. */
  headBeside(sha256: string): Promise<Readonly<Record<string, unknown>> | null>;
  keepHead(sha256: string, head: Readonly<Record<string, unknown>>): Promise<void>;
  /** Up to `limit` entries in key order after `after`, for cleaning up in bounded steps. */
  list(after: string | undefined, limit: number): Promise<BlobEntry[]>;
  /** Does nothing for an unknown key. */
  delete(sha256: string): Promise<void>;
}
