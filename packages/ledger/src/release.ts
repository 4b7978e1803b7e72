import type { Queues } from '@nashra/queue';
import { sql } from 'kysely';
import { historyWith, type Queryable } from './move.ts';

export interface ReleaseOptions {
  /** Pause between two requests to one host, for spreading; the hard check is at the fetch. */
  readonly intervalMs: number;
  /** Jobs per host in Redis at the most, live and backfill each. */
  readonly window: number;
  /** Nothing is released while this many jobs wait for parse. */
  readonly maxBacklog: number;
  /** Only these hosts; all with something waiting when absent. */
  readonly hosts?: readonly string[];
}

export interface Released {
  readonly id: number;
  readonly host: string;
  readonly lane: number;
}

/** How many jobs a host may hold in Redis so that it never idles between two ticks. */
function releaseWindow(tickMs: number, intervalMs: number): number {
  return Math.min(200, Math.max(12, Math.ceil((2 * tickMs) / intervalMs)));
}

/** The same options for all who release, from the pace they share. */
export function releaseOptions(pace: {
  readonly HOST_INTERVAL_MS: number;
  readonly TICK_MS: number;
  readonly MAX_BACKLOG: number;
}): ReleaseOptions {
  return {
    intervalMs: pace.HOST_INTERVAL_MS,
    window: releaseWindow(pace.TICK_MS, pace.HOST_INTERVAL_MS),
    maxBacklog: pace.MAX_BACKLOG,
  };
}

/**
 * Decides what enters the fetch queue, and nobody else does: fair by host, live before backfill, a
 * window of the backlog at a time, each job with the delay of its slot. Commits, then pushes; what
 * a crash leaves in between the reconciler finds.
 */
export async function release(
  db: Queryable,
  queues: Queues,
  options: ReleaseOptions,
): Promise<number> {
  if (options.hosts?.length === 0) return 0;
  const { parse } = await queues.counts(['parse']);
  if (parse.waiting >= options.maxBacklog) return 0;
  const released = await take(db, options);
  await pushToSlots(queues, released, options.intervalMs);
  return released.length;
}

/** Adds fetch jobs, each host's spread over its coming slots, live ones first. */
export async function pushToSlots(
  queues: Queues,
  addresses: readonly Released[],
  intervalMs: number,
): Promise<void> {
  const taken = new Map<string, number>();
  const jobs = [...addresses]
    .sort((a, b) => a.lane - b.lane || a.id - b.id)
    .map(({ id, host, lane }) => {
      const slot = taken.get(host) ?? 0;
      taken.set(host, slot + 1);
      return { payload: { addressId: id }, delayMs: slot * intervalMs, background: lane > 0 };
    });
  await queues.pushMany('fetch', jobs);
}

async function take(
  db: Queryable,
  { window, hosts }: Pick<ReleaseOptions, 'window' | 'hosts'>,
): Promise<Released[]> {
  const source = hosts
    ? sql`host(name) as (select unnest(${[...hosts]}::text[]))`
    : // Skip scan: one index probe a host, however many of its addresses wait.
      sql`host(name) as (
        (select host from nashra.address where state = 'waiting' order by host limit 1)
        union all
        select (select a.host from nashra.address a where a.state = 'waiting' and a.host > host.name
          order by a.host limit 1)
        from host where host.name is not null
      )`;
  const { rows } = await sql<Released>`
    with recursive ${source},
    room as (
      select host.name, lane.lane, ${window}::int - (
        select count(*) from nashra.address q
        where q.state = 'queued' and q.host = host.name and q.lane <= lane.lane) as places
      from host cross join (values (0), (1)) as lane(lane)
      where host.name is not null
    ),
    picked as materialized (
      select waiting.id from room cross join lateral (
        select a.id from nashra.address a
        join nashra.publisher p on p.id = a.publisher_id and p.state = 'active'
        where a.state = 'waiting' and a.host = room.name and a.lane = room.lane and a.due_at <= now()
        order by a.due_at, a.id
        limit greatest(room.places, 0)
        for update of a skip locked
      ) as waiting
    )
    update nashra.address set state = 'queued', updated_at = now(),
      history = ${historyWith('queued', null)}
    where id in (select id from picked) and state = 'waiting'
    returning id, host, lane`.execute(db);
  return rows;
}
