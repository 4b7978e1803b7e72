import { type Kysely, sql } from 'kysely';
import { errorShape } from '../failures/error-shape.ts';

/**
 * Failures of one kind were told apart by hosts, paths, sizes and single-quoted names, and errors that differ in a status, a
 * table or a code alone were one group. Those that stand failed are named anew, lest one kind be two groups for a month.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(errorShape).execute(db);
  await sql`
    update nashra.failure f set error = q.code || ': ' || nashra.error_shape(q.message)
    from nashra.quarantine q where q.address_id = f.address_id and f.state = 'quarantined'`.execute(
    db,
  );
}

/** The function stays: older programs read what it gives. */
export async function down(): Promise<void> {}
