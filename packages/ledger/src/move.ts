import type { AddressState, Database } from '@nashra/db';
import { type Kysely, type RawBuilder, sql, type UpdateObject } from 'kysely';
import type { Reason } from './reasons.ts';

/** A connection or a transaction. */
export type Queryable = Kysely<Database>;

/** Steps that a row remembers; older ones fall off. */
const HISTORY_STEPS = 40;

export interface Move {
  readonly ids: readonly number[];
  /** Rows in any other state stay as they are: somebody else was quicker. */
  readonly from: readonly AddressState[];
  readonly to: AddressState;
  readonly reason?: Reason | null;
  readonly set?: Omit<
    UpdateObject<Database, 'address'>,
    'state' | 'reason' | 'history' | 'updated_at'
  >;
}

/**
 * The one way an address changes its state: conditional on the state it was read in, with the step
 * added to its history. Returns the ids that moved.
 */
export async function move(
  db: Queryable,
  { ids, from, to, reason = null, set }: Move,
): Promise<number[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .updateTable('address')
    .set({
      ...set,
      state: to,
      reason,
      history: historyWith(to, reason),
      updated_at: sql<Date>`now()`,
    })
    .where('id', '=', sql<number>`any(${[...ids]}::bigint[])`)
    .where('state', 'in', [...from])
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}

/** The history of a row with one more step, for statements that move many rows in their own way. */
export function historyWith(to: AddressState, reason: Reason | null): RawBuilder<string> {
  return sql<string>`
    (case when jsonb_array_length(history) >= ${HISTORY_STEPS} then history - 0 else history end)
    || ${historyOf(to, reason)}`;
}

/** A history of one step, as a new row has it. */
export function historyOf(to: AddressState, reason: Reason | null): RawBuilder<string> {
  return sql<string>`jsonb_build_array(jsonb_build_array(
    (extract(epoch from clock_timestamp()) * 1000)::bigint, ${to}::text, ${reason}::text))`;
}
