import { type Kysely, sql } from 'kysely';
import { query } from '../search/query.ts';
import { writeSearchRules } from '../search/rules.ts';
import { found, says, searching } from '../search/search.ts';
import { snippet } from '../search/snippet.ts';
import { spelt, suggest } from '../search/suggest.ts';
import { FIRST_PLACE, PLACE_KEYS, window } from '../search/window.ts';
import { words } from '../search/words.ts';

/**
 * Search in the database: rules of folding as rows, questions read by functions, texts found by their place in the order in
 * which they came. Texts that are there get their place and their new vectors from the scheduler, the newest first.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of tables) await sql.raw(statement).execute(db);
  const trigrams = await schemaOfTrigrams(db);
  await sql
    .raw(
      `create index title_word_like on nashra.title_word using gin ((${spelt('word')}) ${trigrams}.gin_trgm_ops)`,
    )
    .execute(db);
  await writeSearchRules(db);
  const functions = [
    ...words,
    ...query,
    ...window,
    ...snippet,
    ...searching,
    ...suggest(trigrams),
    ...says,
  ];
  for (const statement of [...found, ...functions, grants]) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of undo) await sql.raw(statement).execute(db);
}

/** Somebody may have put the extension elsewhere before us. */
export async function schemaOfTrigrams(db: Kysely<unknown>): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select extnamespace::regnamespace::text as name from pg_extension where extname = 'pg_trgm'`.execute(
    db,
  );
  return rows[0]?.name ?? 'nashra';
}

const tables = [
  `create table nashra.search_fold (first integer primary key, folded text)`,
  `create table nashra.search_form (form text primary key, word text not null)`,
  'create index search_form_word on nashra.search_form (word)',
  `create table nashra.title_word (word text collate "C" primary key, bare text not null, titles integer not null)`,
  'create index title_word_bare on nashra.title_word (bare)',
  'create extension if not exists pg_trgm with schema nashra',
  `create sequence nashra.content_place as integer minvalue ${FIRST_PLACE} cache 1`,
  `create sequence nashra.content_place_before as integer increment -1 minvalue 1 maxvalue ${FIRST_PLACE - 1} start ${FIRST_PLACE - 1}`,
  'alter table nashra.content add column place integer, add column title_search tsvector',
  'alter table nashra.content alter column title_search set storage main',
  `alter table nashra.content alter column place set default nextval('nashra.content_place')`,
  'drop index nashra.content_search',
  `create index content_search on nashra.content using gin ((${PLACE_KEYS}), search) with (gin_pending_list_limit = 2048)`,
  `insert into nashra.maintenance (task, cursor) select 'search-vectors', coalesce(max(id), 0)::text from nashra.content
    on conflict (task) do update set cursor = excluded.cursor`,
];

const grants = `
  do $$ begin
    revoke all on all functions in schema reader from public;
    if exists (select from pg_roles where rolname = 'nashra_reader') then
      grant execute on all functions in schema reader to nashra_reader;
    end if;
  end $$`;

const undo = [
  'drop function reader.search, reader.search_query, reader.suggest',
  'drop type reader.found',
  `drop function nashra.shares, nashra.publishers_named, nashra.search_window, nashra.place_keys,
    nashra.snippet, nashra.piece, nashra.mark_words, nashra.mark_pattern, nashra.spelling, nashra.read_question, nashra.arabic_phrase, nashra.term_query, nashra.begun, nashra.prefix_query, nashra.configs,
    nashra.search_terms, nashra.stemmable, nashra.without_particle, nashra.is_known, nashra.search_text, nashra.bare_word, nashra.cut_prefix, nashra.fold_text`,
  'drop index nashra.content_search',
  'create index content_search on nashra.content using gin (search)',
  'alter table nashra.content drop column place, drop column title_search',
  'drop sequence nashra.content_place, nashra.content_place_before',
  'drop table nashra.title_word, nashra.search_form, nashra.search_fold',
  `do $$ begin
    if exists (select from pg_extension where extname = 'pg_trgm' and extnamespace = 'nashra'::regnamespace) then
      drop extension pg_trgm;
    end if;
  end $$`,
  `delete from nashra.maintenance where task = 'search-vectors'`,
];
