import { type Kysely, sql } from 'kysely';

/**
 * What is written once and stays is looked at by the vacuum soon, and frozen then: a page that has not been written since the last
 * checkpoint is logged as a whole, were it only to note that all can see what lies in it. Left to a fifth of the table, that was
 * most pages, and each of them again when its rows grew old.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Of content the texts beside it alone: vacuuming it walks all of its search index.
  await sql`alter table nashra.content set (${sql.raw(soon('toast.', 5_000))})`.execute(db);
  await sql`alter table nashra.signature set (${sql.raw(soon('', 1_000))})`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table nashra.content reset (${sql.raw(NAMES.map((it) => `toast.${it}`).join())})`.execute(
    db,
  );
  await sql`alter table nashra.signature reset (${sql.raw(NAMES.join())})`.execute(db);
}

const NAMES = [
  'autovacuum_vacuum_insert_scale_factor',
  'autovacuum_vacuum_insert_threshold',
  'autovacuum_freeze_min_age',
];

/** When so many rows have come, however many there are. */
function soon(of: 'toast.' | '', rows: number): string {
  return NAMES.map((name, at) => `${of}${name} = ${[0, rows, 0][at]}`).join();
}
