import type { Generated } from 'kysely';

export type TakedownKind = 'author' | 'publisher';

/** Whose articles are shown no more and never taken in again, until it is lifted. */
export interface TakedownTable {
  id: Generated<number>;
  kind: TakedownKind;
  /** Of an author at one publisher, or of the publisher; null for an author wherever he writes. */
  publisher_id: number | null;
  /** Of an author: as somebody wrote it, and the key of the shelf. */
  name: string | null;
  key: string | null;
  actor: string;
  reason: string;
  made_at: Generated<Date>;
  lifted_at: Date | null;
}

export type DeskField = 'title' | 'body' | 'authors' | 'date';

/** What a person said of a field that the extractor was not sure of. */
export interface DeskCaseTable {
  id: Generated<number>;
  article_id: number;
  /** The kept body it was read from. */
  address_id: number;
  capture_id: number;
  field: DeskField;
  said: string;
  /** As a person reads the page; empty where it says nothing of the kind. */
  is_right: string;
  actor: string;
  made_at: Generated<Date>;
}
