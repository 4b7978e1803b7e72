import { type Kysely, sql } from 'kysely';

/**
 * Candidate keys say in which story their texts are told, and are not logged: all of them can be made again of signatures, which
 * are. How far that has come after a crash is a row that a crash takes along with them.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** Keys of articles that came in since are not made again. */
export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of undo) await sql.raw(statement).execute(db);
}

const makeKeyDay = (
  kind: string,
) => `create or replace function nashra.make_key_day(day date) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    begin
      execute format('create ${kind} table if not exists nashra.%I partition of nashra.candidate_key for values from (%s) to (%s)',
        'candidate_key_' || to_char(day, 'YYYYMMDD'), nashra.id_at(day::timestamp at time zone 'UTC'),
        nashra.id_at((day + 1)::timestamp at time zone 'UTC'));
    end $$`;

const candidateKey = (columns: string, found: string) => [
  'drop table nashra.candidate_key',
  `create table nashra.candidate_key (${columns}) partition by range (article_id)`,
  `create index candidate_key_key on nashra.candidate_key (key) ${found}`,
];

/** The scheduler goes on from here. By itself: the function is the owner's, and the table is not yet. */
const days = (
  kind: string,
) => `do $$ declare day timestamptz := date_trunc('day', now(), 'UTC'); begin
    for ahead in -7..7 loop
      execute format('create ${kind} table nashra.%I partition of nashra.candidate_key for values from (%s) to (%s)',
        'candidate_key_' || to_char((day + ahead * interval '24 hours') at time zone 'UTC', 'YYYYMMDD'),
        nashra.id_at(day + ahead * interval '24 hours'), nashra.id_at(day + (ahead + 1) * interval '24 hours'));
    end loop;
  end $$`;

const statements = [
  // In this order a row takes no more room than it did without the story.
  ...candidateKey(
    'key integer not null, story integer not null default 0, article_id bigint not null',
    // Of the days that are over a question needs no row.
    'include (story, article_id)',
  ),
  makeKeyDay('unlogged'),
  days('unlogged'),
  'create unlogged table nashra.key_fill (next bigint not null)',
  `insert into nashra.key_fill select case when exists (select from nashra.signature) then nashra.next_id() else 0 end`,
];

const undo = [
  'drop table nashra.key_fill',
  ...candidateKey('key integer not null, article_id bigint not null', ''),
  makeKeyDay(''),
  days(''),
];
