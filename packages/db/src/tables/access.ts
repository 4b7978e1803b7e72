import type { Generated, JSONColumnType } from 'kysely';

/** Values are references to variables, sealed, or no secrets; by lower-case names of headers. */
export interface KeptAccess {
  readonly headers: Readonly<Record<string, string>>;
  readonly basic?: string;
  readonly proxy?: string;
}

/** What a publisher's servers, or those of one feed, are asked with beside the usual. */
export interface AccessTable {
  id: Generated<number>;
  publisher_id: number;
  /** Null for all feeds and pages of the publisher. */
  feed_address_id: number | null;
  /** Origins without `www.` that are told; nobody else is. */
  origins: string[];
  said: JSONColumnType<KeptAccess>;
  /** What it was before the last change. */
  before: JSONColumnType<KeptAccess> | null;
  /** The names of what is said, which are all that is ever shown. */
  names: string[];
  updated_at: Generated<Date>;
}
