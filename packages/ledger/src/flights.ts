import { type AddressKind, instantOfId, type Queryable } from '@nashra/db';
import { sql } from 'kysely';

/** A flight as its journal has it. */
export interface FlightBegun {
  readonly addressId: number;
  readonly address: string;
  readonly kind: AddressKind;
  readonly foundIn: number | null;
  /** Its first step, which names it, and when that was. */
  readonly begun: number;
  readonly begunAt: Date;
  readonly isFirst: boolean;
  /** The latest step before now, or before the one asked for. */
  readonly last: number;
}

/** The latest flights of some addresses; of each, where a step is named, the one that had begun before it. */
export async function flightsBegun(
  db: Queryable,
  of: ReadonlyMap<number, number | null>,
  ends: readonly string[],
): Promise<FlightBegun[]> {
  const { rows } = await sql<Omit<FlightBegun, 'begunAt'>>`
    select a.id as "addressId", a.address, a.kind, a.found_in as "foundIn", span.begun, span.last,
      ended.id is null as "isFirst"
    from unnest(${[...of.keys()]}::bigint[], ${[...of.values()]}::bigint[]) as given(id, before)
    join nashra.address a using (id)
    left join lateral (
      select max(j.id) as id from nashra.journal j where j.address_id = a.id and j.state = any(${[...ends]}::text[])
        and j.id < coalesce(given.before, 9007199254740991)
    ) ended on true
    join lateral (
      select min(j.id) as begun, max(j.id) as last from nashra.journal j where j.address_id = a.id
        and j.id > coalesce(ended.id, 0) and j.id < coalesce(given.before, 9007199254740991)
    ) span on span.begun is not null`.execute(db);
  return rows.map((row) => ({ ...row, begunAt: instantOfId(row.begun) }));
}
