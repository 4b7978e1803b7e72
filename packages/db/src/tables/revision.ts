import type { ColumnType, Generated } from 'kysely';

export type DatePrecision = 'day' | 'minute' | 'second' | 'approx';

/** Which content an article had at one time. */
export interface RevisionTable {
  article_id: number;
  /** Counts from 1. */
  number: number;
  content_id: number;
  created_at: Generated<Date>;
}

/** What a page said: written once, by parse, and never changed; of nobody until a revision points at it. */
export interface ContentTable {
  id: Generated<number>;
  title: string;
  authors: string[];
  body: string;
  /** Sanitized by allow-list. */
  html: string;
  summary: string | null;
  section: string | null;
  tags: string[];
  language: string | null;
  published_at: Date | null;
  published_precision: DatePrecision | null;
  /** Where the publication time was read: json-ld, meta, time, visible, address, feed, crawl. */
  published_source: string | null;
  modified_at: Date | null;
  word_count: number;
  /** Of title, body, authors and images as stored: equal means nothing to write. */
  content_hash: Buffer;
  extractor_version: string;
  /** The body it was read from. */
  capture_id: number;
  facts: ColumnType<unknown, string, never>;
  /** What the page restricts; null for nothing. */
  rights: ColumnType<unknown, string | null | undefined, never>;
  /** Of its title, body and authors, as packages/text brings words to be searched; null once a later revision is the current one. */
  search: string | null;
  /** Of its title alone, for ranking. */
  title_search: string | null;
  /** Rises in the order in which texts come; null where housekeeping has still to give one. */
  place: Generated<number | null>;
  created_at: Generated<Date>;
}

export interface ImageTable {
  id: Generated<number>;
  article_id: number;
  address: string;
  position: number;
  is_lead: boolean;
  caption: string | null;
  credit: string | null;
  alt: string | null;
  hidden_at: Date | null;
  hidden_by: 'operator' | 'reports' | null;
  /** When a person said that it may be seen: reports hide it no more. */
  approved_at: Date | null;
}

/** Who reported an image, unrecognisable: hashes of a signed name and of an address's prefix. */
export interface ImageReportTable {
  image_id: number;
  reporter: Buffer;
  prefix: Buffer;
  at: Generated<Date>;
}
