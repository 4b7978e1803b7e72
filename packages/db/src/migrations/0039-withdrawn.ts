import { type Kysely, sql } from 'kysely';

/** Whether an operator took an article down, or its publisher did: what a publisher shows again is shown again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table nashra.article drop column removed_by`.execute(db);
}

const statements = [
  'alter table nashra.article add column removed_by text',
  `update nashra.article set removed_by = 'operator' where removed_at is not null`,
  `alter table nashra.article add check (removed_by in ('operator', 'source')),
    add check ((removed_by is null) = (removed_at is null))`,
  `create index article_withdrawn on nashra.article (id) where removed_by = 'source'`,
];
