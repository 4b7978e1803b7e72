import type { ColumnType, Generated } from 'kysely';

/** What parse read off a page, between parse and index: its text is content that belongs to no article yet. */
export interface DraftTable {
  address_id: number;
  content_id: number;
  /** By what the article is recognised, strongest first; each kind with its key. */
  key_kinds: string[];
  keys: Buffer[];
  /** What its text is compared by, and found by, and whom it credits; null for drafts of before. */
  signature: Buffer | null;
  candidate_keys: number[] | null;
  credits: ColumnType<unknown, string | null, string | null>;
  /** The images of the content. The shape belongs to packages/articles. */
  images: ColumnType<unknown, string, string>;
  /** Whose next revision it is to be; null until that is decided. */
  article_id: number | null;
  created_at: Generated<Date>;
}
