import type { Queryable } from '@nashra/db';
import { type RawBuilder, sql } from 'kysely';
import { READ_REASONS, stageOfFailure } from './failed-stage.ts';
import type { FailureFilter } from './failure-filter.ts';

/** Hours that a group's counts reach back. */
export const TREND_HOURS = 24;

/** Addresses that came to nothing at one stage, for one reason, at one host, with one error. */
export interface FailureGroup {
  readonly state: 'dropped' | 'quarantined';
  readonly stage: string;
  readonly reason: string;
  readonly host: string;
  /** Code and message without addresses and numbers, where there is more to say than the reason. */
  readonly error: string | null;
  /** What `error:` of a filter names it by. */
  readonly errorKey: string | null;
  readonly count: number;
  readonly firstAt: Date;
  readonly lastAt: Date;
  /** How many began to fail in each of the last hours, the latest last. */
  readonly trend: readonly number[];
  /** One of them. */
  readonly example: string;
  readonly exampleId: number;
  /** How many are looked at again without anybody asking. */
  readonly again: number;
}

/** All that a filter matches. */
export interface FailureSum {
  readonly count: number;
  readonly groups: number;
  readonly trend: readonly number[];
}

type Row = Omit<FailureGroup, 'stage' | 'trend' | 'firstAt' | 'lastAt'> & {
  readonly queue: string | null;
  readonly hours: Hours;
  readonly firstAt: string;
  readonly lastAt: string;
};
type Hours = Readonly<Record<string, number>> | null;

/** What came to nothing, the largest group first, and the sum of all groups: one scan of what stands failed. */
export async function readFailures(
  db: Queryable,
  filter: FailureFilter,
  limit: number,
): Promise<{ readonly groups: FailureGroup[]; readonly sum: FailureSum }> {
  const { rows } = await sql<{ count: number; kinds: number; hours: Hours; told: Row[] | null }>`
    with binned as materialized (
      select kin, date_bin('1 hour', first_at, now() + interval '1 microsecond') as bin, count(*)::int as n, min(first_at) as first_at, max(last_at) as last_at, count(again_at)::int as again,
        max(address_id) as id
      from nashra.failure f where ${failed(filter)} group by 1, 2),
    counted as (
      select *, greatest(-1, ${TREND_HOURS}::int - round(date_part('epoch', now() - bin) / 3600)::int) as hour
      from binned),
    grouped as (
      select kin, sum(n)::int as count, min(first_at) as "firstAt", max(last_at) as "lastAt", sum(again)::int as again,
        max(id) as id, jsonb_object_agg(hour, n) filter (where hour >= 0) as hours
      from counted group by kin order by count desc, kin limit ${limit}),
    told as (
      select f.state, f.queue, f.reason, f.host, f.error, left(md5(f.error), 8) as "errorKey", g.count, g."firstAt",
        g."lastAt", g.again, g.hours, g.id as "exampleId", e.address as example
      from grouped g join nashra.failure f on f.address_id = g.id join nashra.address e on e.id = g.id)
    select (select coalesce(sum(n), 0)::int from counted) as count, (select count(distinct kin)::int from counted) as kinds,
      (select jsonb_object_agg(hour, n) from (select hour, sum(n)::int as n from counted where hour >= 0 group by 1) h)
        as hours,
      (select jsonb_agg(to_jsonb(told)) from told) as told`.execute(db);
  const [{ count, kinds, hours, told } = { count: 0, kinds: 0, hours: null, told: null }] = rows;
  return {
    groups: (told ?? []).map(groupOf).sort(bySize),
    sum: { count, groups: kinds, trend: trendOf(hours) },
  };
}

function groupOf({ queue, hours, firstAt, lastAt, ...it }: Row): FailureGroup {
  return {
    ...it,
    stage: queue ?? stageOfFailure(it.reason),
    firstAt: new Date(firstAt),
    lastAt: new Date(lastAt),
    trend: trendOf(hours),
  };
}

function bySize(a: FailureGroup, b: FailureGroup): number {
  const nameOf = ({ state, reason, host }: FailureGroup) => `${state} ${reason} ${host}`;
  return b.count - a.count || (nameOf(a) < nameOf(b) ? -1 : 1);
}

export async function groupFailures(
  db: Queryable,
  filter: FailureFilter,
  limit: number,
): Promise<FailureGroup[]> {
  return (await readFailures(db, filter, limit)).groups;
}

export async function sumFailures(db: Queryable, filter: FailureFilter): Promise<FailureSum> {
  return (await readFailures(db, filter, 0)).sum;
}

function trendOf(hours: Hours): number[] {
  return Array.from({ length: TREND_HOURS }, (_, at) => hours?.[at] ?? 0);
}

/** Those of a filter, oldest first, at most so many. */
export async function findFailures(
  db: Queryable,
  filter: FailureFilter,
  limit: number,
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select address_id as id from nashra.failure f where ${failed(filter)} order by address_id limit ${limit}`.execute(
    db,
  );
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

/** Forgets those that failed so long ago and are not looked at again; their addresses keep state and reason. */
export async function sweepFailures(db: Queryable, days: number, rows: number): Promise<number> {
  const result = await sql`
    delete from nashra.failure where address_id in (
      select address_id from nashra.failure where last_at < now() - make_interval(days => ${days}) and again_at is null
      order by last_at limit ${rows})`.execute(db);
  return Number(result.numAffectedRows ?? 0);
}

function failed({ since, until, not, ...lists }: FailureFilter): RawBuilder<boolean> {
  const parts = [
    ...fitting(lists),
    // Of nothing nobody can say that it fits.
    ...(not ? fitting(not).map((fits) => sql`(${fits}) is not true`) : []),
    ...(since ? [sql`last_at >= ${since}`] : []),
    ...(until ? [sql`last_at <= ${until}`] : []),
    sql`not exists (select from nashra.flight fl where fl.address_id = f.address_id)`,
  ];
  return sql<boolean>`${sql.join(parts, sql` and `)}`;
}

function fitting(lists: Omit<FailureFilter, 'since' | 'until' | 'not'>): RawBuilder<unknown>[] {
  const read = [...READ_REASONS];
  const stage = sql`coalesce(queue, case when reason = any (${read}::text[]) then 'parse' else 'fetch' end)`;
  const columns: readonly (readonly [RawBuilder<unknown>, readonly string[]])[] = [
    [sql`state`, lists.states],
    [stage, lists.stages],
    [sql`reason`, lists.reasons],
    [sql`host`, lists.hosts],
    [sql`kind`, lists.kinds],
    [sql`left(md5(error), 8)`, lists.errors],
  ];
  return columns
    .filter(([, values]) => values.length > 0)
    .map(([column, values]) => sql`${column} = any (${values}::text[])`);
}
