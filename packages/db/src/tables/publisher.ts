import type { ColumnType, Generated, JSONColumnType } from 'kysely';

export type SourceState = 'active' | 'paused';

export type Display = 'full' | 'summary' | 'headline';

/** Which entries are asked for: a feed's word on one is held against it before its page is. */
export interface EntryRule {
  readonly does: 'block' | 'keep';
  readonly of: 'address' | 'title' | 'category';
  readonly what: string;
}

/** Somebody who publishes: a newspaper, a site, an agency. */
export interface PublisherTable {
  id: Generated<number>;
  /** Lower-case letters, digits and hyphens; part of a reader's addresses. */
  slug: string;
  name: string;
  /** The name in the publisher's own script, where it differs. */
  name_native: string | null;
  /** What it is called, as questions name it; kept by the database. */
  folded_names: ColumnType<string[], never, never>;
  homepage: string | null;
  /** BCP 47. */
  language: string | null;
  /** ISO 3166-1 alpha-2. */
  country: string | null;
  /** IANA zone in which undeclared local times are read. */
  time_zone: string;
  state: Generated<SourceState>;
  /** How much of its articles may be shown. */
  display: Generated<Display>;
  /** When its front page was last held against its feeds, and what it showed that nobody had met. */
  front_seen_at: Date | null;
  front_suspects: string[] | null;
  /** Null for none. */
  rules: JSONColumnType<EntryRule[]> | null;
  created_at: Generated<Date>;
  updated_at: Generated<Date>;
}
