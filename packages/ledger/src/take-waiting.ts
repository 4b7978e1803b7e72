import type { Lane, Queryable } from '@nashra/db';
import { sql } from 'kysely';

export interface WaitingRoom {
  /** Addresses of a host that may be released at a time, live and backfill each. */
  readonly window: number;
  /** Only these hosts; all with something waiting when absent. */
  readonly hosts?: readonly string[] | undefined;
  /** Publishers who rest. */
  readonly paused: readonly number[];
}

export interface Released {
  readonly id: number;
  readonly host: string;
  readonly lane: Lane;
}

/**
 * Makes the first waiting addresses of each host `queued`: fair by host, live before backfill, as many as the host's
 * window has room for. Several who do so at the same time skip each other's.
 */
export async function takeWaiting(
  db: Queryable,
  { window, hosts, paused }: WaitingRoom,
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
        where a.state = 'waiting' and a.host = room.name and a.lane = room.lane and a.due_at <= now()
          and a.publisher_id <> all (${[...paused]}::int[])
        order by a.due_at, a.id
        limit greatest(room.places, 0)
        for update of a skip locked
      ) as waiting
    ),
    released as (
      update nashra.address set state = 'queued', reason = null, updated_at = now()
      where id in (select id from picked) and state = 'waiting'
      returning id, host, lane
    ),
    noted as (
      insert into nashra.journal (address_id, state) select id, 'queued' from released returning 1
    )
    select id, host, lane from released`.execute(db);
  return rows;
}
