import { type Database, type Queryable, tallying } from '@nashra/db';
import { sql, type Updateable } from 'kysely';
import { isVain } from './endings.ts';
import { nextLook } from './pause.ts';
import type { Reason } from './reasons.ts';

/** What a stage learns of an address. */
export type Learnt = Partial<
  Pick<
    Updateable<Database['flight']>,
    'article_id' | 'capture_id' | 'publisher_id' | 'etag' | 'last_modified' | 'again_ms'
  >
>;

const TYPES = {
  article_id: 'bigint',
  capture_id: 'bigint',
  publisher_id: 'integer',
  etag: 'text',
  last_modified: 'text',
  again_ms: 'integer',
} as const satisfies Record<keyof Learnt, string>;

export interface MovingRow {
  readonly id: number;
  readonly set?: Learnt;
  /** Of a flight that ends: milliseconds before which the server wants to see nobody again. */
  readonly waitMs?: number | undefined;
}

interface From {
  /** Flights in any other state stay as they are: somebody else was quicker. */
  readonly from: readonly string[];
  readonly reason?: Reason | null;
  /** All with the same facts to set. */
  readonly rows: readonly MovingRow[];
}

export interface Move extends From {
  /** On to a stage, or back to wait in this state. */
  readonly to: { readonly at: string } | { readonly waiting: string };
  /** The reconciler had to put them back. */
  readonly rescued?: boolean;
}

/**
 * Moves flights on, each with facts of its own: conditional on the state, with a step added to their journals by the
 * same statement. In the order of their ids. Returns those that moved.
 */
export async function move(
  db: Queryable,
  { from, to, reason = null, rows, rescued = false }: Move,
): Promise<number[]> {
  if (rows.length === 0) return [];
  const { each, sets } = facts(rows);
  const waits = 'waiting' in to;
  const state = waits ? to.waiting : to.at;
  const { rows: moved } = await sql<{ id: number }>`
    with stood as materialized (
      select f.address_id, f.state from nashra.flight f where f.address_id = any(${rows.map((row) => row.id)}::bigint[])
        and f.state = any(${[...from]}::text[]) order by f.address_id for no key update
    ), moved as (
      update nashra.flight f set state = ${state}, reason = ${reason}, moved_at = now(),
        due_at = ${waits ? sql`now()` : sql`null`}${rescued ? sql`, rescues = rescues + 1` : sql``}${sets}
      from ${each} join stood on stood.address_id = each.id where f.address_id = each.id returning f.address_id as id
    ), noted as (
      insert into nashra.journal (address_id, state, reason) select id, ${state}, ${reason}::text from moved
    ), counted as (
      ${tallying(sql`
        select 'address ' || ${state}::text, count(*) from stood having count(*) > 0
        union all select 'address ' || state, -count(*) from stood group by state`)}
    )
    select id from moved`.execute(db);
  return moved.map((row) => row.id);
}

export interface Landing extends From {
  /** How the flights end. */
  readonly to: string;
  /**
   * Whether what was learnt holds: of a page that came to nothing only the body is kept, so that the server is asked
   * for it whole the next time.
   */
  readonly holds: boolean;
}

/**
 * Ends flights: what they learnt becomes the address's own, in one write of its row. Returns those that ended.
 */
export async function land(
  db: Queryable,
  { from, to, reason = null, rows, holds }: Landing,
): Promise<number[]> {
  if (rows.length === 0) return [];
  const { each, names } = facts(rows);
  const learnt = (name: keyof Learnt) =>
    names.includes(name) ? sql.raw(`each.${name}`) : sql.raw(`gone.${name}`);
  const more = sql`least(a.vain + 1, 1000)`;
  // A copy of what it was a copy of tells nothing new.
  const ofSame = sql`case when ${learnt('article_id')} = a.article_id then ${more} else 0 end`;
  const vain = isVain(to, reason) ? more : reason === 'copy' ? ofSame : sql`0`;
  const capture = learnt('capture_id');
  const validator = (name: 'etag' | 'last_modified') =>
    sql`${sql.raw(name)} = case when ${capture} <> coalesce(a.capture_id, 0) then ${learnt(name)} else a.${sql.raw(name)} end`;
  const lasting = holds
    ? sql`, article_id = coalesce(${learnt('article_id')}, a.article_id), ${validator('etag')}, ${validator('last_modified')}`
    : sql``;
  const again = nextLook({
    state: to,
    vain,
    firstMs: learnt('again_ms'),
    waitMs: sql`each.wait_ms`,
  });
  const { rows: landed } = await sql<{ id: number }>`
    with gone as (
      delete from nashra.flight f where f.address_id = any(${rows.map((row) => row.id)}::bigint[])
        and f.state = any(${[...from]}::text[]) returning f.*
    ), landed as (
      update nashra.address a set state = ${to}, reason = ${reason}, updated_at = now(),
        publisher_id = ${learnt('publisher_id')}, vain = ${vain},
        again_at = ${again}, again_lane = gone.lane, capture_id = coalesce(${capture}, a.capture_id)${lasting}
      from ${each} join gone on gone.address_id = each.id where a.id = each.id returning a.id
    ), noted as (
      insert into nashra.journal (address_id, state, reason) select address_id, ${to}, ${reason}::text from gone
    ), counted as (
      ${tallying(sql`
        select 'address ' || ${to}::text || coalesce(' ' || ${reason}::text, ''), count(*) from gone having count(*) > 0
        union all select 'address ' || state, -count(*) from gone group by state`)}
    )
    select id from landed`.execute(db);
  return landed.map((row) => row.id);
}

/** Rows as a recordset that any number of them gives the same statement for, and what to set from it. */
function facts(rows: readonly MovingRow[]) {
  const names = Object.keys(rows[0]?.set ?? {}) as (keyof Learnt)[];
  const shape = sql.raw(
    ['id bigint', 'wait_ms float8', ...names.map((name) => `${name} ${TYPES[name]}`)].join(', '),
  );
  const json = JSON.stringify(rows.map(({ id, set, waitMs }) => ({ id, wait_ms: waitMs, ...set })));
  return {
    names,
    each: sql`json_to_recordset(${json}::json) as each(${shape})`,
    sets: sql.raw(names.map((name) => `, ${name} = each.${name}`).join('')),
  };
}
