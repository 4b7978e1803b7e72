import { type Kysely, sql } from 'kysely';

/** Front pages that are asked for feeds, where a dead feed may have gone, and which entries of a source are wanted. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const statement of undo) await sql.raw(statement).execute(db);
}

const statements = [
  // Nothing of the old rows can be against it: they were held to less.
  `alter table nashra.address drop constraint address_kind_check,
    add constraint address_kind_check check (kind in ('feed', 'sitemap', 'article', 'home')) not valid`,
  `alter table nashra.feed add column home_asked_at timestamptz,
    add column heirs jsonb check (pg_column_size(heirs) < 20000)`,
];

const undo = [
  'alter table nashra.feed drop column heirs, drop column home_asked_at',
  "update nashra.address set kind = 'article' where kind = 'home'",
  `alter table nashra.address drop constraint address_kind_check,
    add constraint address_kind_check check (kind in ('feed', 'sitemap', 'article')) not valid`,
];
