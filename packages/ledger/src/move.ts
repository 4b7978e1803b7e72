import type { Database, Queryable } from '@nashra/db';
import { sql, type UpdateObject } from 'kysely';
import type { Reason } from './reasons.ts';

export interface Move {
  readonly ids: readonly number[];
  /** Rows in any other state stay as they are: somebody else was quicker. */
  readonly from: readonly string[];
  readonly to: string;
  readonly reason?: Reason | null;
  readonly set?: Omit<UpdateObject<Database, 'address'>, 'state' | 'reason' | 'updated_at'>;
}

/**
 * The one way an address changes its state: conditional on the state it was read in, with a step added
 * to its journal by the same statement. Returns the ids that moved.
 */
export async function move(
  db: Queryable,
  { ids, from, to, reason = null, set }: Move,
): Promise<number[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .with('moved', (cte) =>
      cte
        .updateTable('address')
        .set({ ...set, state: to, reason, updated_at: sql<Date>`now()` })
        .where('id', '=', sql<number>`any(${[...ids]}::bigint[])`)
        .where('state', 'in', [...from])
        .returning('id'),
    )
    .with('noted', (cte) =>
      cte
        .insertInto('journal')
        .columns(['address_id', 'state', 'reason'])
        .expression((query) =>
          query
            .selectFrom('moved')
            .select([
              'id',
              sql.val(to).as('state'),
              sql<string | null>`${reason}::text`.as('reason'),
            ]),
        )
        .returning('address_id'),
    )
    .selectFrom('noted')
    .select('address_id as id')
    .execute();
  return rows.map((row) => row.id);
}
