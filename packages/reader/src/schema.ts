import type { Display, Rights } from './display.ts';

type Precision = 'day' | 'minute' | 'second' | 'approx';
type Sureness = Readonly<Record<'body' | 'title' | 'authors' | 'date' | 'article', number>>;

export type ChangeKind =
  | 'article_created'
  | 'article_revised'
  | 'article_moved'
  | 'article_removed'
  | 'article_restored'
  | 'story_merged'
  | 'story_split'
  | 'image_hidden'
  | 'image_shown';

/** `source`: the page is new or other; `pipeline`: the same bytes were read again; `operator`: somebody here acted. */
export type Cause = 'source' | 'pipeline' | 'operator';

export type VersionKind = 'original' | 'copy' | 'edited' | 'extended' | 'part_of' | 'title';

/** The views of schema `reader`, as docs/reader.md promises them. */
export interface ReaderSchema {
  'reader.articles': {
    id: number;
    publisher_id: number;
    story_id: number;
    copy_of: number | null;
    revision: number;
    title: string;
    authors: string[];
    summary: string | null;
    body: string;
    html: string;
    section: string | null;
    tags: string[];
    language: string | null;
    published_at: Date;
    published_precision: Precision | null;
    published_source: string | null;
    modified_at: Date | null;
    word_count: number;
    url: string;
    first_seen_at: Date;
    updated_at: Date;
    sureness: Sureness | null;
    display: Display;
    rights: Rights | null;
    paywalled: boolean | null;
  };
  'reader.revisions': {
    article_id: number;
    number: number;
    title: string;
    authors: string[];
    body: string;
    html: string;
    summary: string | null;
    section: string | null;
    tags: string[];
    language: string | null;
    published_at: Date | null;
    published_precision: Precision | null;
    published_source: string | null;
    modified_at: Date | null;
    word_count: number;
    extractor_version: string;
    created_at: Date;
    sureness: Sureness | null;
    display: Display;
    rights: Rights | null;
  };
  'reader.images': {
    id: number;
    article_id: number;
    url: string;
    position: number;
    is_lead: boolean;
    caption: string | null;
    credit: string | null;
    alt: string | null;
  };
  'reader.publishers': {
    id: number;
    slug: string;
    name: string;
    name_native: string | null;
    homepage: string | null;
    language: string | null;
    country: string | null;
    time_zone: string;
    state: 'active' | 'paused';
    display: Display;
  };
  'reader.timeline': {
    article_id: number;
    publisher_id: number;
    story_id: number;
    published_at: Date;
  };
  'reader.shelves': {
    shelf: 'section' | 'author' | 'language' | 'day';
    key: string;
    published_at: Date;
    article_id: number;
  };
  'reader.shelf_counts': {
    shelf: 'section' | 'author' | 'language' | 'day' | 'publisher';
    key: string;
    articles: number;
  };
  'reader.changes': {
    seq: number;
    kind: ChangeKind;
    article_id: number | null;
    story_id: number;
    revision: number | null;
    other_story_id: number | null;
    at: Date;
    cause: Cause;
    image_id: number | null;
  };
  'reader.saved_queries': {
    id: number;
    name: string;
    query: string;
    language: string | null;
    publisher: string | null;
    created_at: Date;
  };
  'reader.query_matches': {
    query: string;
    seq: number;
    article_id: number;
    event: 'match' | 'removed';
    at: Date;
  };
  'reader.change_window': { kept_after: number; newest: number; epoch: number };
  'reader.epochs': { epoch: number; after_seq: number; began_at: Date };
  'reader.tombstones': {
    article_id: number;
    publisher_id: number;
    story_id: number;
    revision: number;
    removed_at: Date;
  };
  'reader.stories': {
    id: number;
    articles: number;
    publishers: number;
    first_published_at: Date | null;
    last_published_at: Date | null;
    representative_id: number | null;
    merged_into: number | null;
  };
  'reader.headlines': {
    story_id: number;
    article_id: number;
    publisher_id: number;
    title: string;
    language: string | null;
    url: string;
    published_at: Date;
    articles: number;
    publishers: number;
    first_published_at: Date;
    last_published_at: Date;
  };
  'reader.story_versions': {
    story_id: number;
    place: number;
    article_id: number;
    publisher_id: number;
    published_at: Date;
    published_from: Date;
    published_to: Date;
    doubts: string[];
    delay_seconds: number;
    kind: VersionKind;
    taken_from: number | null;
    taken_share: number;
    agencies: string[];
  };
  'reader.parts': { part_id: number; whole_id: number; sureness: number; rule: string; at: Date };
}
