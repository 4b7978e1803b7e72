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
    kind: 'article_created' | 'article_revised';
    article_id: number;
    story_id: number;
    revision: number;
    at: Date;
  };
}
