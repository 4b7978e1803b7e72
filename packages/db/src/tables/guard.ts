import type { Generated, JSONColumnType } from 'kysely';

/** `held`: what comes from this publisher is kept for a person. `off`: nobody watches. */
export type GuardState = 'watching' | 'held' | 'off';

/** What was told of a publisher, as packages/extract said it, and the pages it was seen on. */
export interface GuardTold {
  readonly fields: readonly {
    readonly field: string;
    /** Share of pages, 0 to 1. */
    readonly before: number;
    readonly now: number;
  }[];
  readonly isCollapse: boolean;
  /** Addresses of a page as it was and as it is. */
  readonly pages?: { readonly before: number; readonly after: number } | undefined;
  /** How they are built otherwise: lines that begin with «- » or «+ ». */
  readonly diff?: readonly string[] | undefined;
}

/** A kept page. */
export interface GuardSample {
  readonly addressId: number;
  readonly captureId: number;
}

/** What a publisher's pages have been like, and what it was told of them. */
export interface GuardTable {
  publisher_id: number;
  state: Generated<GuardState>;
  /** Belongs to packages/extract; null for what is to be learned anew. */
  profile: JSONColumnType<object | null, string | null, string | null>;
  /** A page from when all was well. */
  sample: JSONColumnType<GuardSample | null, string | null, string | null>;
  told: JSONColumnType<GuardTold | null, string | null, string | null>;
  told_at: Date | null;
  /** When the first page like that came. */
  since: Date | null;
  /** Grows with every write, so that who learned in the meantime sees it. */
  version: Generated<number>;
}
