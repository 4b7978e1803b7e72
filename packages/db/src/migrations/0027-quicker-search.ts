import { type Kysely, sql } from 'kysely';
import { query } from '../search/query.ts';
import { writeSearchRules } from '../search/rules.ts';
import { searching } from '../search/search.ts';
import { snippet } from '../search/snippet.ts';
import { window } from '../search/window.ts';
import { words } from '../search/words.ts';

/**
 * A question is read once, its window is as large as pays, its rows come in one statement; what publishers are called is
 * folded when they are named, not by each question. And rules by which more forms of a word are one: texts that are there
 * are brought to them by the scheduler, the newest first.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of [...dropped, ...words, ...query, ...window, ...snippet, ...searching])
    await sql.raw(statement).execute(db);
  for (const statement of publishers) await sql.raw(statement).execute(db);
  await writeSearchRules(db);
  for (const statement of anew) await sql.raw(statement).execute(db);
}

/** The functions stay: they do what those before did. */
export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of undo) await sql.raw(statement).execute(db);
}

/** What they give or take is another. */
const dropped = [
  'drop function if exists nashra.read_question(text, text)',
  'drop function if exists nashra.mark_pattern(text)',
  'drop function if exists nashra.mark_words(text[])',
  'drop function if exists nashra.snippet(text, text)',
];

const publishers = [
  `alter table nashra.publisher add column folded_names text[] not null default '{}'`,
  `create function nashra.fold_publisher() returns trigger language plpgsql as $$
  begin
    new.folded_names := array(select distinct nashra.fold_text(name) from unnest(array[new.slug, new.name, new.name_native]) name where name <> '');
    return new;
  end $$`,
  `create trigger folded before insert or update of slug, name, name_native on nashra.publisher
    for each row execute function nashra.fold_publisher()`,
  'update nashra.publisher set name = name',
];

const anew = [
  `update nashra.title_word w set bare = now.bare from (select word, nashra.search_text(word) as bare from nashra.title_word) now
    where now.word = w.word and now.bare <> w.bare`,
  `update nashra.maintenance set cursor = coalesce((select max(id) from nashra.content), 0)::text where task = 'search-vectors'`,
];

const undo = [
  'drop trigger folded on nashra.publisher',
  'drop function nashra.fold_publisher',
  'alter table nashra.publisher drop column folded_names',
];
