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
    published_precision: 'day' | 'minute' | 'second' | 'approx' | null;
    published_source: string | null;
    modified_at: Date | null;
    word_count: number;
    url: string;
    first_seen_at: Date;
    updated_at: Date;
    sureness: Readonly<Record<'body' | 'title' | 'authors' | 'date' | 'article', number>> | null;
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
  };
  'reader.changes': {
    seq: number;
    kind: 'article_created' | 'article_revised' | 'article_moved' | 'story_merged' | 'story_split';
    article_id: number | null;
    story_id: number;
    revision: number | null;
    other_story_id: number | null;
    at: Date;
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
    kind: 'original' | 'copy' | 'edited' | 'extended' | 'part_of' | 'title';
    taken_from: number | null;
    taken_share: number;
    agencies: string[];
  };
  'reader.parts': { part_id: number; whole_id: number; sureness: number; rule: string; at: Date };
}
