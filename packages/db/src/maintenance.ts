import { sql } from 'kysely';
import type { Db, Queryable } from './client.ts';

/** A reader may lift his own limits: what lasts longer than these is ended. */
const LONGEST = { statementS: 35, transactionS: 300 };

/** Ends sessions of readers that have gone on for too long; how many. */
export async function endLongReaders(db: Queryable, longest = LONGEST): Promise<number> {
  const { rows } = await sql<{ ended: number }>`
    select nashra.end_long_readers(${longest.statementS}, ${longest.transactionS}) as ended`.execute(
    db,
  );
  return rows[0]?.ended ?? 0;
}

/** One kind of housekeeping, in bounded steps. */
export interface Task {
  readonly name: string;
  /** Pause between two steps. */
  readonly everyMs: number;
  /** The same after a step that had nothing to do; as long as ever when absent. */
  readonly restMs?: number;
  /** One step from where the last one ended: how much went, and where to go on, if anywhere. */
  step(db: Queryable, cursor: string | null): Promise<Swept>;
}

export interface Swept {
  readonly removed: number;
  /** Absent at the end of a round: the next step begins at the start. */
  readonly cursor?: string | undefined;
}

/**
 * Does the task's next step, if its time has come and nobody else is at it: the task's row is its lock, its clock and
 * its memory. Returns what was removed, or null when it was not done.
 */
export async function runTask(db: Db, task: Task): Promise<number | null> {
  const done = await stepOf(db, task);
  if (done !== null) return done;
  const { numAffectedRows } = await sql`
    insert into nashra.maintenance (task) values (${task.name}) on conflict do nothing`.execute(db);
  return numAffectedRows === 1n ? await stepOf(db, task) : null;
}

/** Null where the row is not there, its time has not come, or somebody else holds it. */
async function stepOf(db: Db, { name, everyMs, step }: Task): Promise<number | null> {
  return await db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ cursor: string | null }>`
      select cursor from nashra.maintenance where task = ${name}
        and (ran_at is null or ran_at <= now() - make_interval(secs => ${everyMs / 1000}))
      for update skip locked`.execute(tx);
    const [row] = rows;
    if (!row) return null;
    const { removed, cursor = null } = await step(tx, row.cursor);
    await sql`
      update nashra.maintenance set cursor = ${cursor}, ran_at = now(), removed = removed + ${removed}
      where task = ${name}`.execute(tx);
    return removed;
  });
}
