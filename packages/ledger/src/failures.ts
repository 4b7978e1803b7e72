import type { Queryable } from '@nashra/db';
import { type RawBuilder, sql } from 'kysely';
import type { FailureFilter } from './failure-filter.ts';

/** Addresses that came to nothing for one reason at one host. */
export interface FailureGroup {
  readonly state: 'dropped' | 'quarantined';
  readonly reason: string;
  readonly host: string;
  readonly count: number;
  readonly firstAt: Date;
  readonly lastAt: Date;
  /** One of them. */
  readonly example: string;
  /** How many are looked at again without anybody asking. */
  readonly again: number;
}

/** What came to nothing, by state, reason and host, the largest group first. */
export async function groupFailures(
  db: Queryable,
  filter: FailureFilter,
  limit: number,
): Promise<FailureGroup[]> {
  const { rows } = await sql<FailureGroup>`
    select g.state, g.reason, g.host, g.count, g."firstAt", g."lastAt", g.again, e.address as example from (
      select state, reason, host, count(*)::int as count, min(updated_at) as "firstAt", max(updated_at) as "lastAt",
        count(again_at)::int as again, max(id) as id
      from nashra.address a where ${failed(filter)} group by 1, 2, 3
      order by 4 desc, 1, 2, 3 limit ${limit}) g
    join nashra.address e on e.id = g.id order by g.count desc, g.state, g.reason, g.host`.execute(
    db,
  );
  return rows;
}

/** Those of a filter, oldest first, at most so many. */
export async function findFailures(
  db: Queryable,
  filter: FailureFilter,
  limit: number,
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from nashra.address a where ${failed(filter)} order by id limit ${limit}`.execute(db);
  return rows.map(({ id }) => id);
}

/** Of addresses that were sent again: how many have ended, and how many of those came to nothing again. */
export async function howTheyEnded(
  db: Queryable,
  ids: readonly number[],
): Promise<{ readonly ended: number; readonly failed: number }> {
  const { rows } = await sql<{ ended: number; failed: number }>`
    select count(*)::int as ended, count(*) filter (where state in ('dropped', 'quarantined'))::int as failed
    from nashra.address a where id = any (${[...ids]}::bigint[])
      and not exists (select from nashra.flight f where f.address_id = a.id)`.execute(db);
  return rows[0] ?? { ended: 0, failed: 0 };
}

/** The states are written into the statement: a plan for any states would not know that an index has these. */
function failed({ states, reasons, hosts, kinds, since }: FailureFilter): RawBuilder<boolean> {
  const parts = [
    sql`state in (${sql.join((states.length > 0 ? states : ['dropped', 'quarantined']).map(sql.lit))})`,
    ...(reasons.length > 0 ? [sql`reason = any (${reasons}::text[])`] : []),
    ...(hosts.length > 0 ? [sql`host = any (${hosts}::text[])`] : []),
    ...(kinds.length > 0 ? [sql`kind = any (${kinds}::text[])`] : []),
    ...(since ? [sql`updated_at >= ${since}`] : []),
    sql`not exists (select from nashra.flight f where f.address_id = a.id)`,
  ];
  return sql<boolean>`${sql.join(parts, sql` and `)}`;
}
