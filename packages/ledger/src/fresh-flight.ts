import { sql } from 'kysely';

/** What a row forgets when a flight begins anew: it is due now, and was neither sent away nor rescued so far. */
export const freshFlight = () => ({ waits: 0, rescues: 0, due_at: sql<Date>`now()` });

/** Asked for whole: a server that says «not modified» of an edit would hide it. */
export const askedWhole = { etag: null, last_modified: null } as const;
