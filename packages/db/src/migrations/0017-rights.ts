import { type Kysely, sql } from 'kysely';
import { search } from '../search/search.ts';

/** What may be shown of whose articles: by publisher, as operators say, and by page, as it says itself; and what is for subscribers. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of undo) await sql.raw(statement).execute(db);
}

const articles = (more: string, join = '') =>
  `select a.id, a.publisher_id, a.story_id, a.copy_of, a.revision, r.title, r.authors, r.summary,
      r.body, r.html, r.section, r.tags, a.language, a.published_at, r.published_precision,
      r.published_source, r.modified_at, r.word_count, d.address as url, a.created_at as first_seen_at,
      a.updated_at, r.search, r.facts -> 'sureness' as sureness${more}
    from nashra.article a join nashra.content r on r.id = a.content_id
    join nashra.address d on d.id = a.address_id${join} where a.revision > 0`;
const revisions = (more: string, join = '') =>
  `select r.article_id, r.number, c.title, c.authors, c.body, c.html, c.summary, c.section, c.tags,
      c.language, c.published_at, c.published_precision, c.published_source, c.modified_at, c.word_count,
      c.extractor_version, r.created_at, c.facts -> 'sureness' as sureness${more}
    from nashra.revision r join nashra.content c on c.id = r.content_id
    join nashra.article a on a.id = r.article_id and a.content_id is not null${join}`;
const publishers = (more: string) =>
  `select id, slug, name, name_native, homepage, language, country, time_zone, state${more}
    from nashra.publisher where id <> 0`;

const READ = `, nashra.display_of(p.display, r.rights) as display, r.rights,
      (r.facts -> 'paywalled') = 'true' as paywalled`;
const PUBLISHER = ' join nashra.publisher p on p.id = a.publisher_id';

const comments: Readonly<Record<string, string>> = {
  'publishers.display':
    'How much of its articles may be shown, as operators say: full, summary or headline',
  'articles.display':
    'How much of it may be shown: full, summary or headline; the narrower of what its publisher’s row and the page itself say',
  'articles.rights':
    'What the page restricts, null for nothing: display, snippet (characters), image false, index false (not to be listed by search engines), until (ISO 8601), mining reserved, policy (address)',
  'articles.paywalled':
    'Whether the page says that part of it is for subscribers; null where nothing was read',
  'revisions.display': 'As in reader.articles, for this revision',
  'revisions.rights': 'As in reader.articles, for this revision',
};

const statements = [
  `alter table nashra.publisher add column display text not null default 'full'
    check (display in ('full', 'summary', 'headline'))`,
  'alter table nashra.content add column rights jsonb',
  `create function nashra.display_of(display text, rights jsonb) returns text language sql stable as $$
    select case when rights is null then display
      when display = 'headline' or rights ->> 'display' = 'headline' or (rights ->> 'until')::timestamptz <= now() then 'headline'
      when display = 'summary' or rights ->> 'display' = 'summary' then 'summary' else 'full' end
  $$`,
  `create or replace view reader.articles as ${articles(READ, PUBLISHER)}`,
  `create or replace view reader.revisions as ${revisions(', nashra.display_of(p.display, c.rights) as display, c.rights', PUBLISHER)}`,
  `create or replace view reader.publishers as ${publishers(', display')}`,
  search,
  ...Object.entries(comments).map(
    ([column, says]) => `comment on column reader.${column} is '${says}'`,
  ),
];

const undo = [
  // Views lose columns by being made anew only; what stands on them does so by name.
  `do $$ begin
    drop view reader.articles, reader.revisions, reader.publishers;
  end $$`,
  `create view reader.articles as ${articles('')}`,
  `create view reader.revisions as ${revisions('')}`,
  `create view reader.publishers as ${publishers('')}`,
  `do $$ begin
    if exists (select from pg_roles where rolname = 'nashra_reader') then
      grant select on reader.articles, reader.revisions, reader.publishers to nashra_reader;
    end if;
  end $$`,
  'drop function nashra.display_of',
  'alter table nashra.content drop column rights',
  'alter table nashra.publisher drop column display',
];
