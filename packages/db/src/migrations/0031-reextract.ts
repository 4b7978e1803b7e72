import { type Kysely, sql } from 'kysely';

/** A run may read kept pages again. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await allow(db, ['retry', 'discard', 'quarantine', 'reextract']);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`delete from nashra.bulk_run where verb = 'reextract'`.execute(db);
  await allow(db, ['retry', 'discard', 'quarantine']);
}

async function allow(db: Kysely<unknown>, verbs: readonly string[]): Promise<void> {
  const list = verbs.map((verb) => `'${verb}'`).join(', ');
  await sql`alter table nashra.bulk_run drop constraint bulk_run_verb_check,
    add constraint bulk_run_verb_check check (verb in (${sql.raw(list)}))`.execute(db);
}
