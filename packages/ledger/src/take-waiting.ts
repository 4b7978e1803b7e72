import { type Lane, type Queryable, tallying } from '@nashra/db';
import { sql } from 'kysely';

export interface WaitingRoom {
  /** Addresses of a host that may be let in at a time, live and backfill each. */
  readonly window: number;
  /** Only these hosts; all with something waiting when absent. */
  readonly hosts?: readonly string[] | undefined;
  /** Those that are open. */
  readonly lanes: readonly Lane[];
  /** Publishers who rest. */
  readonly paused: readonly number[];
  /** What is due within this time is let in already, to be delayed until then. */
  readonly aheadMs: number;
  /** The state of what waits, and the one it is let into. */
  readonly from: string;
  readonly to: string;
}

export interface Released {
  readonly id: number;
  readonly host: string;
  readonly lane: Lane;
  /** Until it is due. */
  readonly delayMs: number;
}

/**
 * Lets in the first waiting addresses of each host: fair by host, live before backfill, as many as the host's
 * window has room for. Several who do so at the same time skip each other's.
 */
export async function takeWaiting(
  db: Queryable,
  { window, hosts, lanes, paused, aheadMs, from, to }: WaitingRoom,
): Promise<Released[]> {
  // The earliest of each host and lane that has something waiting.
  const first = hosts
    ? sql`first(host, lane, due_at) as (
        select name.host, lane.lane, (
          select f.due_at from nashra.flight f where f.due_at is not null and f.host = name.host and f.lane = lane.lane
          order by f.due_at limit 1)
        from unnest(${[...hosts]}::text[]) as name(host) cross join (values (0::smallint), (1::smallint)) as lane(lane)
      )`
    : // Skip scan: one index probe a host and lane, however many of its addresses wait.
      sql`first(host, lane, due_at) as (
        (select host, lane, due_at from nashra.flight where due_at is not null order by host, lane, due_at limit 1)
        union all
        select next.* from first cross join lateral (
          select f.host, f.lane, f.due_at from nashra.flight f
          where f.due_at is not null and (f.host, f.lane) > (first.host, first.lane)
          order by f.host, f.lane, f.due_at limit 1) as next
      )`;
  const soon = sql`now() + make_interval(secs => ${aheadMs / 1000}::float8)`;
  const { rows } = await sql<Released>`
    with recursive ${first},
    due as (select host as name, lane from first where due_at <= ${soon} and lane = any(${[...lanes]}::smallint[])),
    room as (
      select due.name, due.lane, ${window}::int - (
        select count(*) from nashra.flight q
        where q.due_at is null and q.host = due.name and q.lane <= due.lane and q.state = ${to}) as places
      from due
    ),
    picked as materialized (
      select waiting.address_id, waiting.due_at from room cross join lateral (
        select f.address_id, f.due_at from nashra.flight f
        where f.due_at is not null and f.host = room.name and f.lane = room.lane
          and f.due_at <= ${soon}
          and f.publisher_id <> all (${[...paused]}::int[])
        order by f.due_at, f.address_id
        limit greatest(room.places, 0)
        for update of f skip locked
      ) as waiting
    ),
    released as (
      update nashra.flight f set state = ${to}, reason = null, due_at = null, moved_at = greatest(now(), picked.due_at)
      from picked where f.address_id = picked.address_id and f.state = ${from}
      returning f.address_id as id, f.host, f.lane,
        greatest(0, extract(epoch from picked.due_at - now()) * 1000)::integer as "delayMs"
    ),
    noted as (
      insert into nashra.journal (address_id, state) select id, ${to} from released
    ),
    counted as (
      ${tallying(sql`
        select what, sign * n from (select count(*) as n from released having count(*) > 0) as all_of,
          (values ('address ' || ${to}::text, 1), ('address ' || ${from}::text, -1)) as way(what, sign)`)}
    )
    select * from released`.execute(db);
  return rows;
}
