import type { Db } from '@nashra/db';
import { sql } from 'kysely';

/** Ends all sessions of services on this database; those of the matrix, too, where they must begin anew. */
export async function endBackends(db: Db, ofMatrix = false): Promise<void> {
  await sql`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and (${ofMatrix} or application_name <> 'nashra-test') and pid <> pg_backend_pid()`.execute(
    db,
  );
}
