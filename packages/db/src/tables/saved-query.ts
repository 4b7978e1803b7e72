import type { ColumnType, Generated } from 'kysely';

/** A question that is held against every article as it comes. */
export interface SavedQueryTable {
  id: Generated<number>;
  /** Small letters, digits and hyphens: how people name it. */
  name: string;
  query: string;
  /** BCP 47: only texts of this language; null for all. */
  language: string | null;
  /** Slug or name; null for all. */
  publisher: string | null;
  /** The question as search asks it. */
  asked: string;
  /** Whose articles it is asked of, from `publisher` and the question's own terms; null for all. */
  publishers: number[] | null;
  created_at: Generated<Date>;
}

/** Of the lexemes of a saved query's anchors every text that answers has one; the empty one where none can be said. */
export interface QueryAnchorTable {
  lexeme: string;
  query_id: number;
}

/** What an article came to be for a saved query. */
export interface QueryMatchTable {
  query_id: number;
  /** Of the change by which it became so. */
  seq: number;
  article_id: number;
  event: 'match' | 'removed';
  at: Generated<Date>;
}

/** Which queries an article was told to, so that none hears of it twice, and all do when it is taken down. */
export interface QueryToldTable {
  article_id: number;
  query_ids: number[];
  /** Of the change by which the last of them was told. */
  seq: number;
}

/** Where the matches of a saved query are sent. */
export interface WebhookTable {
  query_id: number;
  address: string;
  /** Signs what is sent; base64. */
  secret: string;
  state: Generated<'active' | 'paused'>;
  /** Of the last match that its receiver took. */
  delivered_seq: Generated<number>;
  /** Of the last match there is. */
  due_seq: Generated<number>;
  /** Up to where the parcel reaches that is tried, so that it is the same when it is tried again. */
  parcel_seq: number | null;
  /** In a row. */
  failures: Generated<number>;
  /** Null while there is nothing to send. */
  next_try_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
  last_error: string | null;
  delivered_at: Date | null;
}
