import type { Queryable } from '@nashra/db';
import { sql } from 'kysely';

/** An address of a run. */
export interface Item {
  readonly n: number;
  readonly id: number;
  /** How it stood before, where something was done to it. */
  readonly kept: unknown;
}

/** The addresses of a run, in their order from 0. */
export async function writeItems(
  tx: Queryable,
  runId: number,
  ids: readonly number[],
): Promise<void> {
  await sql`
    insert into nashra.bulk_item (run_id, n, address_id)
    select ${runId}::bigint, place - 1, id from unnest(${[...ids]}::bigint[]) with ordinality as given(id, place)`.execute(
    tx,
  );
}

/** Those of the places from `from` to before `to`; or only so many of the latest that something was done to. */
export async function readItems(
  tx: Queryable,
  runId: number,
  from: number,
  to: number,
  only?: { readonly latest: number; readonly kept: true },
): Promise<Item[]> {
  return await tx
    .selectFrom('bulk_item')
    .select(['n', 'address_id as id', 'kept'])
    .where('run_id', '=', runId)
    .where('n', '>=', from)
    .where('n', '<', to)
    .$if(only !== undefined, (query) => query.where('kept', 'is not', null))
    .orderBy('n', only ? 'desc' : 'asc')
    .limit(only?.latest ?? to - from)
    .execute();
}

/** Addresses of these places that something was done to. */
export async function takenItems(
  tx: Queryable,
  runId: number,
  from: number,
  to: number,
): Promise<number[]> {
  const rows = await readItems(tx, runId, from, to, { latest: to - from, kept: true });
  return rows.map(({ id }) => id);
}

/** Notes by their places how items stood before they were acted on, or that they were taken back. */
export async function writeKept(
  tx: Queryable,
  runId: number,
  kept: ReadonlyMap<number, unknown>,
): Promise<void> {
  if (kept.size === 0) return;
  const rows = JSON.stringify([...kept].map(([n, it]) => ({ n, kept: it })));
  await sql`
    update nashra.bulk_item i set kept = each.kept from json_to_recordset(${rows}::json) as each(n integer, kept jsonb)
    where i.run_id = ${runId} and i.n = each.n`.execute(tx);
}
