import type { Lane, Queryable } from '@nashra/db';
import { sql } from 'kysely';

/** An address whose time has come to be looked at again. */
export interface Again {
  readonly id: number;
  readonly lane: Lane;
}

/** Takes those whose next look is due, at most `limit`; several who do so at the same time skip each other's. */
export async function takeAgain(db: Queryable, limit: number): Promise<Again[]> {
  const { rows } = await sql<Again>`
    with due as materialized (
      select id from nashra.address where again_at <= now() order by again_at limit ${limit}
      for no key update skip locked
    )
    update nashra.address a set again_at = null from due where a.id = due.id
    returning a.id, coalesce(a.again_lane, 1::smallint) as lane`.execute(db);
  return rows;
}

export interface PlannedLooks {
  readonly addresses: number;
  /** The first of them. */
  readonly next: Date | null;
}

/** How many addresses are to be looked at again. */
export async function plannedLooks(db: Queryable): Promise<PlannedLooks> {
  const { rows } = await sql<PlannedLooks>`
    select count(*)::int as addresses, min(again_at) as next from nashra.address where again_at is not null`.execute(
    db,
  );
  return rows[0] ?? { addresses: 0, next: null };
}
