interface View {
  readonly query: string;
  readonly says: string;
  readonly columns: Readonly<Record<string, string>>;
}

/** An article that was taken down has no content of its own: what joins it finds nothing. */
const REVISIONS = `select r.article_id, r.number, c.title, c.authors, c.body, c.html, c.summary, c.section, c.tags,
    c.language, c.published_at, c.published_precision, c.published_source, c.modified_at, c.word_count,
    c.extractor_version, r.created_at, c.facts -> 'sureness' as sureness
  from nashra.revision r join nashra.content c on c.id = r.content_id`;
const IMAGES = `select i.id, i.article_id, i.address as url, i.position, i.is_lead, i.caption, i.credit, i.alt
  from nashra.image i join nashra.article a on a.id = i.article_id`;
const VERSIONS = `select v.story_id, v.place, v.article_id, a.publisher_id, v.published_at, v.published_from, v.published_to,
    v.doubts, v.delay_seconds, v.kind, v.taken_from, v.taken_share, v.agencies
  from nashra.version v join nashra.article a on a.id = v.article_id`;
const PARTS = `select p.part_id, p.whole_id, p.sureness, p.rule, p.at from nashra.part p
  join nashra.article a on a.id = p.part_id join nashra.article b on b.id = p.whole_id`;
const CHANGES =
  'select seq, kind, article_id, story_id, revision, at, other_story_id, cause, image_id from nashra.change';

const made: Readonly<Record<string, View>> = {
  shelves: {
    says: 'Where articles stand for who looks for them: by section, author, language and day. Ordered by its columns it is quick',
    query: 'select kind as shelf, key, published_at, article_id from nashra.shelf',
    columns: {
      shelf: 'section, author, language or day',
      key: 'reader.shelf_key() of a section or author; a language as BCP 47; the day of publication at the publisher’s, as YYYY-MM-DD',
      published_at: 'Of the article',
      article_id: 'The article as it reads now',
    },
  },
  timeline: {
    says: 'When each publisher’s articles came out, without their texts: quick to walk from the latest',
    query: `select id as article_id, publisher_id, story_id, published_at from nashra.article
      where revision > 0 and content_id is not null`,
    columns: {
      article_id: 'See reader.articles',
      publisher_id: 'See reader.publishers',
      story_id: 'See reader.stories',
      published_at: 'As in reader.articles; order by it and article_id, both descending',
    },
  },
  shelf_counts: {
    says: 'How many articles stand on each shelf, and how many each publisher has',
    query: `select kind as shelf, key, sum(n)::bigint as articles from nashra.shelf_tally group by kind, key
      having sum(n) > 0`,
    columns: {
      shelf: 'section, author, language, day or publisher',
      key: 'As in reader.shelves; of a publisher its id',
      articles: 'How many are shown',
    },
  },
  tombstones: {
    says: 'Articles that were taken down: forget what was kept of them',
    query: `select id as article_id, publisher_id, story_id, revision, removed_at from nashra.article
      where removed_at is not null and revision > 0`,
    columns: {
      article_id: 'Shown in no other view; never used again',
      publisher_id: 'Whose it was',
      story_id: 'In which it was told',
      revision: 'How many revisions it had',
      removed_at: 'When it was taken down',
    },
  },
  change_window: {
    says: 'How far back the change feed reaches: one row',
    query: `select coalesce((select cursor::bigint from nashra.maintenance where task = 'changes'), 0) as kept_after,
      coalesce((select seq from nashra.change order by seq desc limit 1),
        (select cursor::bigint from nashra.maintenance where task = 'changes'), 0) as newest`,
    columns: {
      kept_after:
        'Every change after this seq is still there; who has seen less than this needs a snapshot',
      newest: 'The last seq there is; note it before a snapshot, and follow from it afterwards',
    },
  },
};

const changesAfter = `create function reader.changes_after(last bigint, most integer default 1000)
  returns setof reader.changes language plpgsql stable as $$
  begin
    if last < (select kept_after from reader.change_window) then
      raise exception 'too old: changes up to % are kept no more, take a snapshot',
        (select kept_after from reader.change_window) using errcode = 'NS001';
    end if;
    return query select * from reader.changes where seq > last order by seq limit least(most, 10000);
  end $$`;

/** Grows by one when something that was promised changes or goes. */
const VERSION = 1;
const contractVersion = `create function reader.contract_version() returns integer language sql immutable parallel safe
  return ${VERSION}`;

export const views: readonly string[] = [
  `create or replace view reader.revisions as ${REVISIONS}
    join nashra.article a on a.id = r.article_id and a.content_id is not null`,
  `create or replace view reader.images as ${IMAGES} and a.content_id is not null where i.hidden_at is null`,
  `create or replace view reader.story_versions as ${VERSIONS} and a.content_id is not null`,
  `create or replace view reader.parts as ${PARTS}
    where a.content_id is not null and b.content_id is not null`,
  `create or replace view reader.changes as ${CHANGES}`,
  ...Object.entries(made).map(([name, { query }]) => `create view reader.${name} as ${query}`),
  changesAfter,
  contractVersion,
];

export const viewsBefore: readonly string[] = [
  'drop function reader.changes_after, reader.contract_version',
  `drop view ${Object.keys(made)
    .map((name) => `reader.${name}`)
    .join(', ')}`,
  'drop view reader.changes',
  `create view reader.changes as
    select seq, kind, article_id, story_id, revision, at, other_story_id from nashra.change`,
  `create or replace view reader.revisions as ${REVISIONS}`,
  `create or replace view reader.images as ${IMAGES} and a.revision > 0`,
  `create or replace view reader.story_versions as ${VERSIONS} and a.revision > 0`,
  `create or replace view reader.parts as ${PARTS} where a.revision > 0 and b.revision > 0`,
];

/** What the columns say that said nothing, and those whose word has changed. */
const said: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  publishers: {
    id: 'Stays',
    slug: 'Stable, lower case, fit for addresses',
    name: 'As it is written in Latin letters, or as it calls itself',
    homepage: 'Its front page',
    state: 'active, or paused: read no more for now',
  },
  articles: {
    publisher_id: 'See reader.publishers',
    title: 'Plain text',
    authors: 'As the page names them, in its order; may be empty',
    summary: 'The publisher’s own, where it gives one',
    section: 'As the publisher names it',
    tags: 'The publisher’s own',
    language: 'BCP 47, of the text itself',
    modified_at: 'As the page states it',
    word_count: 'Words of the body',
    first_seen_at: 'When the article was first met here',
    updated_at: 'When the current revision was written',
  },
  revisions: {
    article_id: 'See reader.articles',
    title: 'Plain text',
    authors: 'As the page named them, in its order',
    body: 'Plain text, paragraphs apart by an empty line',
    html: 'The body as sanitized HTML',
    summary: 'The publisher’s own, where it gave one',
    section: 'As the publisher named it',
    tags: 'The publisher’s own',
    language: 'BCP 47, of the text itself',
    published_at: 'As the page stated it; null where it stated nothing',
    published_precision: 'day, minute, second or approx; null where nothing was stated',
    published_source: 'Where the time was read; crawl where nothing was stated',
    modified_at: 'As the page stated it',
    word_count: 'Words of the body',
    extractor_version: 'Of the program that read the page',
  },
  stories: {
    id: 'Never used again',
    publishers: 'How many publishers tell it',
    first_published_at: 'Of its earliest article, as stated',
    last_published_at: 'Of its latest article, as stated',
  },
  images: {
    id: 'Stays while the image stays in the article',
    article_id: 'See reader.articles',
    url: 'The image at the publisher’s',
    position: 'Counts from 0, in the order of the page',
    caption: 'Plain text',
    credit: 'Whose picture it is, as the page says',
    alt: 'What the page says instead of it',
  },
  changes: {
    kind: 'article_created, article_revised, article_moved, article_removed, article_restored, story_merged, story_split, image_hidden, image_shown',
    article_id: 'Null for what befell a story as a whole',
    story_id: 'In which the article is told; or the story that it befell',
    revision: 'That was written, or that stood when it happened; null for a story',
    at: 'When it was written; seq tells the order',
    cause:
      'source: the publisher’s page is new or other; pipeline: the same bytes were read again; operator: somebody here acted, by hand or by reporting an image',
    image_id: 'Of image_hidden and image_shown',
  },
};

const says = [
  `comment on view reader.images is 'Images of the current revision of every article; not those that are hidden.'`,
  ...Object.entries(made).map(([name, view]) => `comment on view reader.${name} is '${view.says}'`),
  `comment on function reader.shelf_key(text) is 'Of a section’s or author’s name: the key of its shelf'`,
  `comment on schema reader is
    'What other programs may rely on: columns are added, and nothing changes without a new contract_version()'`,
  `comment on function reader.contract_version() is 'Of what this schema promises'`,
  `comment on function reader.changes_after(bigint, integer) is
    'The next changes in order, 10,000 at the most; an error (NS001) where some in between are kept no more'`,
];
const columns = [...Object.entries(said), ...Object.entries(made).map(([n, v]) => [n, v.columns])];

export const comments = columns
  .flatMap(([view, texts]) =>
    Object.entries(texts as Record<string, string>).map(
      ([column, text]) => `comment on column reader.${view}.${column} is '${text}'`,
    ),
  )
  .concat(says)
  .join(';\n');

export const grants = `do $$ begin
  if exists (select from pg_roles where rolname = 'nashra_reader') then
    grant select on all tables in schema reader to nashra_reader;
  end if;
end $$`;
