import { instantOfId, type Queryable, sweepMonths } from '@nashra/db';
import { sql } from 'kysely';

/** One step of an address. */
export interface JournalStep {
  readonly addressId: number;
  /** Rises with time. */
  readonly id: number;
  readonly at: Date;
  readonly state: string;
  readonly reason: string | null;
}

/** The latest steps of one address, oldest first. */
export async function journalOf(
  db: Queryable,
  addressId: number,
  limit: number,
): Promise<JournalStep[]> {
  const rows = await db
    .selectFrom('journal')
    .select(['address_id as addressId', 'id', 'state', 'reason'])
    .where('address_id', '=', addressId)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, at: instantOfId(row.id) })).reverse();
}

/** The steps of some addresses after one step each, in the order they happened; for those who watch. */
export async function journalsSince(
  db: Queryable,
  after: ReadonlyMap<number, number>,
  limit: number,
): Promise<JournalStep[]> {
  const rows = await db
    .selectFrom('journal')
    .innerJoin(
      sql<{ address_id: number; after: number }>`
        unnest(${[...after.keys()]}::bigint[], ${[...after.values()]}::bigint[])`.as<'asked'>(
        sql`asked(address_id, after)`,
      ),
      (join) =>
        join
          .onRef('journal.address_id', '=', 'asked.address_id')
          .onRef('journal.id', '>', 'asked.after'),
    )
    .select(['journal.address_id as addressId', 'journal.id', 'journal.state', 'journal.reason'])
    .orderBy('journal.id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, at: instantOfId(row.id) }));
}

/** Forgets steps older than so many days, and makes room for those to come; returns how many months and steps went. */
export async function sweepJournal(db: Queryable, days: number, rows: number): Promise<number> {
  return await sweepMonths(db, 'journal', { days, rows });
}
