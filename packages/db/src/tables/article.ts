import type { ColumnType, Generated } from 'kysely';

/** One publisher's article. Identity lives here, content in its revisions. */
export interface ArticleTable {
  id: Generated<number>;
  publisher_id: number;
  /** The address it was first read under. */
  address_id: number;
  story_id: number;
  /** The earlier article, of another publisher, whose text this one carries. */
  copy_of: number | null;
  /** Number of the current revision; 0 while claimed by dedupe and not yet written. */
  revision: Generated<number>;
  /** Of the current revision. */
  content_id: number | null;
  language: string | null;
  published_at: Date | null;
  /** The day of it at the publisher's, as YYYY-MM-DD; under which it stands on the shelves. */
  published_on: ColumnType<string | null, never, never>;
  /** When it was taken down: it has no content then, though its revisions stay. */
  removed_at: ColumnType<Date | null, never, Date | null>;
  /** By which of them it is down; null where it is not, or by itself. */
  takedown_id: number | null;
  /** Who did: what its publisher withdrew is shown again when its page is. */
  removed_by: ColumnType<'operator' | 'source' | null, never, 'operator' | 'source' | null>;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
}

export type ArticleKeyKind = 'canonical' | 'guid' | 'text' | 'title';

/** By what an article is recognised. Claimed in the transaction that decides, under the latch of decisions. */
export interface ArticleKeyTable {
  kind: ArticleKeyKind;
  key: Buffer;
  article_id: number;
  claimed_at: Generated<Date>;
}

/** One report, as several publishers tell it. */
export interface StoryTable {
  id: Generated<number>;
  /** Written articles of it, and what they span; kept by whoever writes them. */
  articles: Generated<number>;
  publishers: Generated<number>;
  first_published_at: Date | null;
  last_published_at: Date | null;
  /** The written article that stands for it. */
  representative_id: number | null;
  /** Whether its chain holds all its articles as they are. */
  is_chained: Generated<boolean>;
  /** The story that tells the report now. */
  merged_into: number | null;
  created_at: Generated<Date>;
}
