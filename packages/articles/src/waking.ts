import { sql } from 'kysely';

/** To be returned by whatever inserts changes: who listens is woken when it commits, once for a transaction. */
export const waking = sql`pg_notify('nashra_changes', '')`;
