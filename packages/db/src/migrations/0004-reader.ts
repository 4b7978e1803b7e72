import { type Kysely, sql } from 'kysely';

/** What downstream services may rely on: views, their comments, and a role that can only read them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`create schema reader`.execute(db);
  for (const view of views) {
    await sql.raw(`create view reader.${view.name} as ${view.query}`).execute(db);
    await sql.raw(`comment on view reader.${view.name} is '${view.comment}'`).execute(db);
    for (const [column, comment] of Object.entries(view.columns)) {
      await sql.raw(`comment on column reader.${view.name}.${column} is '${comment}'`).execute(db);
    }
  }
  await sql.raw(grants).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`drop schema reader cascade`.execute(db);
}

interface View {
  readonly name: string;
  readonly comment: string;
  readonly query: string;
  readonly columns: Readonly<Record<string, string>>;
}

const views: readonly View[] = [
  {
    name: 'publishers',
    comment: 'Who is read.',
    query: `select id, slug, name, name_native, homepage, language, country, time_zone, state
      from nashra.publisher`,
    columns: {
      slug: 'Stable, lower case, fit for addresses',
      name_native: 'The name in the publisher’s own script, where it differs',
      language: 'BCP 47',
      country: 'ISO 3166-1 alpha-2',
      time_zone: 'IANA zone of the publisher’s local times',
    },
  },
  {
    name: 'articles',
    comment: 'Every article as it reads now. One row an article.',
    query: `select a.id, a.publisher_id, a.story_id, a.copy_of, a.revision, r.title, r.authors, r.summary,
      r.body, r.html, r.section, r.tags, a.language, a.published_at, r.published_precision,
      r.published_source, r.modified_at, r.word_count, d.address as url, a.created_at as first_seen_at,
      a.updated_at, a.search
      from nashra.article a
      join nashra.revision r on r.article_id = a.id and r.number = a.revision
      join nashra.address d on d.id = a.address_id`,
    columns: {
      id: 'Time-ordered, below 2^53, never used again',
      story_id: 'Articles that tell one report share it',
      copy_of: 'The earlier article of another publisher that carries the same text',
      revision: 'Number of the revision shown; see reader.revisions for the others',
      body: 'Plain text, paragraphs apart by an empty line',
      html: 'The body as sanitized HTML',
      published_at: 'The instant the publisher gives, or of the first sight when none is given',
      published_precision:
        'day, minute, second or approx; a day stands as its first instant in the publisher’s zone',
      published_source:
        'Where the time was read: json-ld, meta, time, visible, address, feed, crawl',
      url: 'The original page',
      search: 'Text search vector over folded text; see docs/reader.md for how to query it',
    },
  },
  {
    name: 'revisions',
    comment: 'What every article said over time. Rows are never changed.',
    query: `select article_id, number, title, authors, body, html, summary, section, tags, language,
      published_at, published_precision, published_source, modified_at, word_count, extractor_version,
      created_at from nashra.revision`,
    columns: { number: 'Counts from 1', created_at: 'When this version was stored' },
  },
  {
    name: 'stories',
    comment: 'Reports, each with how many articles tell it.',
    query: `select s.id, count(a.id)::integer as articles,
      count(distinct a.publisher_id)::integer as publishers, min(a.published_at) as first_published_at,
      max(a.published_at) as last_published_at
      from nashra.story s join nashra.article a on a.story_id = s.id and a.revision > 0 group by s.id`,
    columns: { articles: 'Copies included' },
  },
  {
    name: 'images',
    comment: 'Images of the current revision of every article.',
    query: `select i.id, i.article_id, i.address as url, i.position, i.is_lead, i.caption, i.credit, i.alt
      from nashra.image i join nashra.article a on a.id = i.article_id and a.revision > 0`,
    columns: { is_lead: 'The image to show with the title' },
  },
  {
    name: 'changes',
    comment:
      'The change feed: read on with seq > the last one seen, in order. Nothing is filled in late.',
    query: 'select seq, kind, article_id, story_id, revision, at from nashra.change',
    columns: {
      seq: 'Rises in the order of commits; numbers may be missing, none appears late',
      kind: 'article_created or article_revised',
    },
  },
];

// Roles belong to the whole server: one may be there already, or the owner may not create any.
const grants = `
  do $$ begin
    if not exists (select from pg_roles where rolname = 'nashra_reader') then
      create role nashra_reader nologin;
    end if;
  exception
    when insufficient_privilege then raise notice 'role nashra_reader not created: no privilege';
    when duplicate_object or unique_violation then null;
  end $$;
  do $$ begin
    if exists (select from pg_roles where rolname = 'nashra_reader') then
      grant usage on schema reader to nashra_reader;
      grant select on all tables in schema reader to nashra_reader;
    end if;
  end $$`;
