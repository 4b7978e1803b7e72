import type { Db, Queryable } from '@nashra/db';
import { sql } from 'kysely';

/** What Postgres says of itself, as far as it decides whether the pipeline can rely on it. */
export interface PostgresFacts {
  /** As `server_version_num` has it. */
  readonly version: number;
  readonly settings: Readonly<Record<string, string>>;
  readonly encoding: string;
  /** Sessions that are open, and those that there may be, kept ones left out. */
  readonly sessions: number;
  readonly mostSessions: number;
  /** Its clock less ours. */
  readonly aheadMs: number;
  readonly isReadOnly: boolean;
  /** Age of the oldest transaction in which nobody does anything. */
  readonly idleSeconds: number;
  /** WAL that is kept for a slot nobody reads. */
  readonly heldBytes: number;
  /** Since the archive last took a segment, where it refuses them. */
  readonly archiveFails: string | null;
}

const ASKED = ['fsync', 'full_page_writes', 'autovacuum'];

export async function readPostgres(db: Db): Promise<PostgresFacts> {
  return await db.transaction().execute(async (tx) => {
    // What others do is told to the login, not to the role that services act in.
    await sql`set local role none`.execute(tx);
    return await ask(tx);
  });
}

async function ask(db: Queryable): Promise<PostgresFacts> {
  const asked = Date.now();
  const { rows } = await sql<Omit<PostgresFacts, 'aheadMs'> & { readonly now: number }>`
    select current_setting('server_version_num')::int as version,
      (select jsonb_object_agg(name, setting) from pg_settings where name = any(${ASKED})) as settings,
      pg_encoding_to_char((select encoding from pg_database where datname = current_database())) as encoding,
      (select count(*)::int from pg_stat_activity where backend_type = 'client backend') as sessions,
      (select current_setting('max_connections')::int - coalesce(current_setting('superuser_reserved_connections', true)::int, 0))
        as "mostSessions",
      extract(epoch from clock_timestamp()) * 1000 as now,
      pg_is_in_recovery() or current_setting('default_transaction_read_only')::boolean as "isReadOnly",
      coalesce((select extract(epoch from now() - min(state_change)) from pg_stat_activity
        where state like 'idle in transaction%'), 0)::int as "idleSeconds",
      coalesce((select max(pg_wal_lsn_diff(case when pg_is_in_recovery() then pg_last_wal_replay_lsn() else pg_current_wal_lsn() end,
        restart_lsn)) from pg_replication_slots where not active), 0)::float8 as "heldBytes",
      (select last_failed_wal from pg_stat_archiver where last_failed_time > coalesce(last_archived_time, '-infinity'))
        as "archiveFails"`.execute(db);
  const row = rows[0];
  if (!row) throw new Error('Postgres says nothing of itself');
  const { now, ...facts } = row;
  // Halfway between question and answer.
  return { ...facts, aheadMs: Math.round(Number(now) - (asked + Date.now()) / 2) };
}
