import { type Kysely, sql } from 'kysely';

/**
 * The texts beside `content` are written once and stay: the vacuum looks at them soon, and freezes them then. A page that has not been written
 * since the last checkpoint is logged as a whole, were it only to note that all can see what lies in it, and once more when its rows grow old.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  // When so many have come, however many there are. Not of content itself: its vacuum walks all of the search index.
  await sql`alter table nashra.content set (toast.autovacuum_vacuum_insert_scale_factor = 0,
    toast.autovacuum_vacuum_insert_threshold = 5000, toast.autovacuum_freeze_min_age = 0)`.execute(
    db,
  );
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`alter table nashra.content reset (toast.autovacuum_vacuum_insert_scale_factor,
    toast.autovacuum_vacuum_insert_threshold, toast.autovacuum_freeze_min_age)`.execute(db);
}
