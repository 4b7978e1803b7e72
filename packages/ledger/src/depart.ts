import { type Lane, type Queryable, tallying } from '@nashra/db';
import { sql } from 'kysely';
import type { Reason } from './reasons.ts';

export interface Departure {
  readonly ids: readonly number[];
  /** How their last flights must have ended; those in flight are left alone in any case. */
  readonly from: readonly string[];
  /** Where the flight begins: in this state it waits to be let in, or it stands at a stage. */
  readonly to: { readonly waiting: string } | { readonly at: string };
  readonly reason: Reason;
  readonly lane?: Lane;
  /** The server is asked for all: of an edit, «not modified» would hide it. */
  readonly whole?: boolean;
  /** So is one whose last whole answer is older: «not modified» is not believed for ever. */
  readonly believedMs?: number;
  /** First pause of the look that follows, where nothing on the way says otherwise. */
  readonly againMs?: number;
  /** Of each, in the order of the ids: not to be let in before. Now when absent. */
  readonly dueAt?: readonly Date[];
  /** The bodies to be read, in the order of the ids, where the flights begin behind the fetch; their newest when absent. */
  readonly captureIds?: readonly number[];
}

/** Begins new flights of addresses that have ended. Gives those that go. */
export async function depart(
  db: Queryable,
  departure: Departure,
): Promise<{ id: number; host: string }[]> {
  const { ids, from, to, reason, lane = 0, whole = false } = departure;
  const { believedMs, againMs = null, dueAt, captureIds } = departure;
  if (ids.length === 0) return [];
  const waits = 'waiting' in to;
  const state = waits ? to.waiting : to.at;
  const due = waits ? sql`coalesce(given.due_at, now())` : sql`null`;
  const body = waits ? sql`null` : sql`coalesce(given.capture_id, a.capture_id)`;
  const isOld =
    believedMs === undefined
      ? sql``
      : sql` or a.capture_id < nashra.id_at(now() - make_interval(secs => ${believedMs / 1000}::float8))`;
  const { rows } = await sql<{ id: number; host: string }>`
    with gone as (
      insert into nashra.flight (address_id, state, reason, host, lane, publisher_id, due_at, whole, capture_id,
        again_ms)
      select a.id, ${state}, ${reason}, a.host, ${lane}, a.publisher_id, ${due},
        coalesce(${whole}::boolean${isOld}, false), ${body}, ${againMs}::integer
      from unnest(${[...ids]}::bigint[], ${dueAt ? [...dueAt] : null}::timestamptz[],
        ${captureIds ? [...captureIds] : null}::bigint[]) as given(id, due_at, capture_id)
      join nashra.address a using (id)
      where a.state = any(${[...from]}::text[])
      order by a.id
      on conflict (address_id) do nothing
      returning address_id as id, host
    ), noted as (
      insert into nashra.journal (address_id, state, reason) select id, ${state}, ${reason} from gone
    ), counted as (
      ${tallying(sql`
        select 'address ' || ${state}::text, count(*) from gone having count(*) > 0
        union all
        select 'address ' || a.state || coalesce(' ' || a.reason, ''), -count(*)
        from gone join nashra.address a using (id) group by a.state, a.reason`)}
    )
    select id, host from gone`.execute(db);
  return rows;
}
