import type { Database, Queryable } from '@nashra/db';
import { sql, type Updateable } from 'kysely';
import type { Reason } from './reasons.ts';

/** What a stage learns of an address: these facts may differ from row to row in one statement. */
export type Learnt = Partial<
  Pick<
    Updateable<Database['address']>,
    'article_id' | 'capture_id' | 'publisher_id' | 'etag' | 'last_modified'
  >
>;

const TYPES = {
  article_id: 'bigint',
  capture_id: 'bigint',
  publisher_id: 'integer',
  etag: 'text',
  last_modified: 'text',
} as const satisfies Record<keyof Learnt, string>;

export interface MoveEach {
  readonly from: string;
  readonly to: string;
  readonly reason?: Reason | null;
  /** All with the same facts to set. */
  readonly rows: readonly { readonly id: number; readonly set: Learnt }[];
}

/** As `move`, of rows that the caller has locked, each with facts of its own; one statement. */
export async function moveEach(
  db: Queryable,
  { from, to, reason = null, rows }: MoveEach,
): Promise<number[]> {
  const [first] = rows;
  if (!first) return [];
  const names = Object.keys(first.set) as (keyof Learnt)[];
  const shape = sql.raw(['id bigint', ...names.map((name) => `${name} ${TYPES[name]}`)].join(', '));
  const sets = sql.raw(names.map((name) => `, ${name} = each.${name}`).join(''));
  const json = JSON.stringify(rows.map(({ id, set }) => ({ id, ...set })));
  const { rows: moved } = await sql<{ id: number }>`
    with moved as (
      update nashra.address a set state = ${to}, reason = ${reason}, updated_at = now()${sets}
      from jsonb_to_recordset(${json}::jsonb) as each(${shape})
      where a.id = each.id and a.state = ${from} returning a.id
    ), noted as (
      insert into nashra.journal (address_id, state, reason) select id, ${to}, ${reason}::text from moved
    )
    select id from moved`.execute(db);
  return moved.map((row) => row.id);
}
