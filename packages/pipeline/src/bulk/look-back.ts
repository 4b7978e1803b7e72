import type { Queryable } from '@nashra/db';
import { howTheyEnded } from '@nashra/ledger';
import { sql } from 'kysely';
import { takenItems } from './items.ts';
import { boundsOf } from './runs.ts';

/** Runs that are looked back at together, for so long after their end. */
const TOGETHER = 20;
const HOURS = 24;
/** Again after this part of the time since. */
const SELDOM = 10;

/** What a run had sent when it was stopped goes on: how that ends is told too, until all of it has. */
export async function lookBack(tx: Queryable, id: number | undefined): Promise<void> {
  const runs = await tx
    .selectFrom('bulk_run')
    .selectAll()
    .where('state', 'in', ['stopped', 'aborted'])
    .where('ended_at', '>', sql<Date>`now() - make_interval(hours => ${HOURS}::int)`)
    // The longer ago, the more seldom: of thousands that wait for a host it is a count of each.
    .where(sql<boolean>`now() - stepped_at >= (now() - ended_at) / ${SELDOM}::int`)
    .where(sql<boolean>`(phases -> -1 ->> 'ended')::int < (phases -> -1 ->> 'sent')::int`)
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? 0))
    .orderBy('id', 'desc')
    .limit(TOGETHER)
    .forUpdate()
    .skipLocked()
    .execute();
  for (const run of runs) {
    const last = run.phases.length - 1;
    const [from, to] = boundsOf(run)[last] ?? [0, 0];
    const ids = await takenItems(tx, run.id, from, to);
    const { ended, failed } = await howTheyEnded(tx, ids);
    const phases = JSON.stringify([
      ...run.phases.slice(0, last),
      { sent: ids.length, ended, failed },
    ]);
    await tx
      .updateTable('bulk_run')
      .set({ phases, stepped_at: sql<Date>`now()` })
      .where('id', '=', run.id)
      .execute();
  }
}
