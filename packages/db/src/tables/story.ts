import type { ColumnType, Generated } from 'kysely';

/** What an article's text is compared by, and why it is told in its story. */
export interface SignatureTable {
  article_id: number;
  /** Of the packed form; only signatures of one version are compared. */
  version: number;
  packed: Buffer;
  keys: number[];
  text_key: Buffer | null;
  title_key: Buffer | null;
  language: string;
  words: number;
  credits: ColumnType<unknown, string, string>;
  /** As stated, never later than seen; when it was seen where nothing is stated. */
  published_at: Date;
  is_stated: boolean;
  seen_at: Generated<Date>;
  /** Signatures and rule that decided; null where a person or the address did. */
  rule: string | null;
  /** The article whose likeness brought it into its story; null for the first of one. */
  like_id: number | null;
  sureness: number | null;
  evidence: ColumnType<unknown, string | null, string | null>;
}

/** Where texts find each other: in partitions of a day each, by the ids of the articles. A crash of the database empties it. */
export interface CandidateKeyTable {
  key: number;
  /** The lower bits of the story's id, as it was when the key was kept; 0 where nobody said. */
  story: Generated<number>;
  article_id: number;
}

/** How far candidate keys have been made again: of articles from this id on, of all where it is 0. A crash takes the row along. */
export interface KeyFillTable {
  next: number;
}

/** Keys that too many texts hold to tell anything. */
export interface StopKeyTable {
  key: number;
  noted_at: Generated<Date>;
}

/** A report that stands in a longer text of another story. */
export interface PartTable {
  part_id: number;
  whole_id: number;
  sureness: number;
  rule: string;
  evidence: ColumnType<unknown, string, string>;
  at: Generated<Date>;
}

/** An article at its place in the chain of a story that several tell. */
export interface VersionTable {
  article_id: number;
  story_id: number;
  /** Counts from 1. */
  place: number;
  published_at: Date;
  published_from: Date;
  published_to: Date;
  doubts: string[];
  delay_seconds: number;
  kind: string;
  taken_from: number | null;
  taken_share: number;
  agencies: string[];
}

/** A person's word that an article belongs to a story; no rule moves it. */
export interface RulingTable {
  article_id: number;
  story_id: number;
  at: Generated<Date>;
}

/** What a recent article is about: the marks under which it is looked for, and what two are compared by. */
export interface TopicTextTable {
  article_id: number;
  published_at: Date;
  marks: number[];
  topic: ColumnType<unknown, string, string>;
}

/** Two articles likely about one event, told in other words; the lower id stands first. */
export interface TopicTable {
  article_id: number;
  other_id: number;
  evidence: ColumnType<unknown, string, string>;
  rule: string;
  at: Generated<Date>;
}
