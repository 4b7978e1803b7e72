import { type Kysely, sql } from 'kysely';
import { comments, grants, views, viewsBefore } from './0010-reader-views.ts';

/**
 * What others build on: shelves on which articles stand for readers, counted; changes that say what caused them, kept for a
 * time; images that are hidden and articles that are taken down; every view and column with its comment.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...statements, ...views]) await sql.raw(statement).execute(db);
  await sql.raw(comments).execute(db);
  await sql.raw(grants).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...viewsBefore, ...undo]) await sql.raw(statement).execute(db);
  await sql.raw(grants).execute(db);
}

const kinds = (names: readonly string[]) => names.map((name) => `'${name}'`).join(', ');
const KINDS = [
  'article_created',
  'article_revised',
  'story_merged',
  'story_split',
  'article_moved',
];
const MORE_KINDS = [...KINDS, 'article_removed', 'article_restored', 'image_hidden', 'image_shown'];

const statements = [
  `alter table nashra.article add column published_on date, add column removed_at timestamptz`,
  `create index article_removed on nashra.article (removed_at, id) where removed_at is not null`,

  // A zone that this server does not know must stop nobody.
  `create function nashra.published_on(of_publisher integer, at timestamptz) returns date language plpgsql stable as $$
    begin
      return (at at time zone (select time_zone from nashra.publisher where id = of_publisher))::date;
    exception
      when invalid_parameter_value then return (at at time zone 'UTC')::date;
    end $$`,
  `create function reader.shelf_key(name text) returns text language sql immutable strict parallel safe as $$
    select left(lower(btrim(regexp_replace(name, '\\s+', ' ', 'g')) collate "pg_c_utf8"), 200) $$`,
  `create function nashra.shelves_of(language text, section text, authors text[], day date)
    returns table (kind text, key text) language sql immutable as $$
      select 'language', $1 where $1 is not null
      union all select 'section', reader.shelf_key($2) where $2 ~ '\\S'
      union all (select distinct 'author', reader.shelf_key(author) from unnest($3) as author where author ~ '\\S' limit 20)
      union all select 'day', $4::text where $4 is not null $$`,
  `update nashra.article set published_on = nashra.published_on(publisher_id, published_at) where revision > 0`,
  `create table nashra.shelf (
    kind text not null,
    key text collate "C" not null,
    published_at timestamptz not null,
    article_id bigint not null
  )`,
  `insert into nashra.shelf (kind, key, published_at, article_id)
    select s.kind, s.key, a.published_at, a.id
    from nashra.article a join nashra.content c on c.id = a.content_id
    cross join lateral nashra.shelves_of(c.language, c.section, c.authors, a.published_on) s`,
  'alter table nashra.shelf add constraint shelf_key primary key (kind, key, published_at, article_id)',
  `create table nashra.shelf_tally (kind text not null, key text collate "C" not null, n bigint not null)
    with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000)`,
  `insert into nashra.shelf_tally (kind, key, n)
    select kind, key, count(*) from nashra.shelf group by 1, 2
    union all select 'publisher', publisher_id::text, count(*) from nashra.article where revision > 0 group by 2`,
  'create index shelf_tally_kind on nashra.shelf_tally (kind, key)',

  `alter table nashra.image add column hidden_at timestamptz, add column hidden_by text, add column approved_at timestamptz,
    add constraint image_hidden check ((hidden_at is null) = (hidden_by is null) and hidden_by in ('operator', 'reports'))`,
  `create table nashra.image_report (
    image_id bigint not null references nashra.image on delete cascade,
    reporter bytea not null check (length(reporter) between 8 and 64),
    prefix bytea not null check (length(prefix) between 8 and 64),
    at timestamptz not null default now(),
    primary key (image_id, reporter)
  )`,

  `alter table nashra.change drop constraint change_kind_check,
    add constraint change_kind_check check (kind in (${kinds(MORE_KINDS)})),
    add column cause text not null default 'source' check (cause in ('source', 'pipeline', 'operator')),
    add column image_id bigint, add check ((image_id is null) = (kind not in ('image_hidden', 'image_shown')))`,
  `update nashra.change set cause = 'operator' where kind in ('story_merged', 'story_split', 'article_moved')`,
  'alter table nashra.change alter column cause drop default',
];

const undo = [
  'drop table nashra.image_report, nashra.shelf, nashra.shelf_tally',
  'drop function nashra.shelves_of, nashra.published_on, reader.shelf_key',
  'alter table nashra.image drop column hidden_at, drop column hidden_by, drop column approved_at',
  `delete from nashra.change where kind not in (${kinds(KINDS)})`,
  `alter table nashra.change drop constraint change_kind_check,
    add constraint change_kind_check check (kind in (${kinds(KINDS)})), drop column cause, drop column image_id`,
  `update nashra.article a set content_id = r.content_id from nashra.revision r
    where a.removed_at is not null and r.article_id = a.id and r.number = a.revision`,
  'alter table nashra.article drop column published_on, drop column removed_at',
];
