import type { ColumnType, Generated } from 'kysely';

export type DatePrecision = 'day' | 'minute' | 'second' | 'approx';

/** What an article said at one time. Never changed once written. */
export interface RevisionTable {
  article_id: number;
  number: number;
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
}
