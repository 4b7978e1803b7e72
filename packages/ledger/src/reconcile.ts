import type { FlightState } from '@nashra/db';
import type { Queues } from '@nashra/queue';
import { sql } from 'kysely';
import { move, type Queryable } from './move.ts';
import { pushToSlots, type Released } from './release.ts';
import { STAGE_OF_STATE } from './states.ts';

export interface ReconcileOptions {
  /** Only addresses that have not moved for this long are looked at. */
  readonly graceMs: number;
  readonly intervalMs: number;
  /** Addresses looked at in one pass at the most. */
  readonly limit: number;
  /** After so many rescues in one flight an address is quarantined. */
  readonly maxRescues: number;
}

export interface Reconciled {
  readonly seen: number;
  readonly rescued: number;
  readonly quarantined: number;
}

interface Resting extends Released {
  readonly state: keyof typeof STAGE_OF_STATE;
  readonly rescues: number;
}

const PAGE = 1000;
const IN_FLIGHT = Object.keys(STAGE_OF_STATE) as (keyof typeof STAGE_OF_STATE)[];

/**
 * Finds every address that is neither final nor waiting nor held by a live job, and gives it a job
 * again. Redis may be emptied at any moment: this is why nothing is lost.
 */
export async function reconcile(
  db: Queryable,
  queues: Queues,
  options: ReconcileOptions,
): Promise<Reconciled> {
  const total = { seen: 0, rescued: 0, quarantined: 0 };
  for await (const page of resting(db, options)) {
    const lost = await withoutJob(queues, page);
    const hopeless = lost.filter((row) => row.rescues >= options.maxRescues);
    const rescued = lost.filter((row) => row.rescues < options.maxRescues);
    await move(db, {
      ids: hopeless.map((row) => row.id),
      from: IN_FLIGHT,
      to: 'quarantined',
      reason: 'lost_too_often',
    });
    await rescue(db, queues, rescued, options.intervalMs);
    total.seen += page.length;
    total.rescued += rescued.length;
    total.quarantined += hopeless.length;
  }
  return total;
}

/** Pages through what has not moved, oldest first. */
async function* resting(
  db: Queryable,
  { graceMs, limit }: ReconcileOptions,
): AsyncGenerator<Resting[]> {
  const before = await instantAgo(db, graceMs);
  let after = { at: '-infinity', id: 0 };
  for (let seen = 0; seen < limit; ) {
    const rows = await db
      .selectFrom('address')
      .select(['id', 'host', 'lane', 'state', 'rescues'])
      .select(sql<string>`updated_at::text`.as('at'))
      .where('state', 'in', IN_FLIGHT as FlightState[])
      .where('updated_at', '<', sql<Date>`${before}::timestamptz`)
      .where(sql<boolean>`(updated_at, id) > (${after.at}::timestamptz, ${after.id})`)
      .orderBy('updated_at')
      .orderBy('id')
      .limit(Math.min(PAGE, limit - seen))
      .execute();
    const last = rows.at(-1);
    if (!last) return;
    after = { at: last.at, id: last.id };
    seen += rows.length;
    yield rows as Resting[];
  }
}

/**
 * By the clock that wrote the rows, which may not be this process's; as text, since a Date would
 * drop the microseconds.
 */
async function instantAgo(db: Queryable, ms: number): Promise<string> {
  const { rows } = await sql<{ at: string }>`
    select (now() - make_interval(secs => ${ms / 1000}))::text as at`.execute(db);
  return rows[0]?.at ?? '-infinity';
}

async function withoutJob(queues: Queues, rows: readonly Resting[]): Promise<Resting[]> {
  const lost: Resting[] = [];
  for (const state of IN_FLIGHT) {
    const here = rows.filter((row) => row.state === state);
    const live = await queues.live(
      STAGE_OF_STATE[state],
      here.map((row) => String(row.id)),
    );
    lost.push(...here.filter((row) => !live.has(String(row.id))));
  }
  return lost;
}

async function rescue(
  db: Queryable,
  queues: Queues,
  rows: readonly Resting[],
  intervalMs: number,
): Promise<void> {
  for (const state of IN_FLIGHT) {
    const ids = rows.filter((row) => row.state === state).map((row) => row.id);
    const moved = await move(db, {
      ids,
      from: [state],
      to: state,
      reason: 'rescued',
      set: { rescues: sql<number>`rescues + 1` },
    });
    const still = new Set(moved);
    if (state === 'queued') {
      await pushToSlots(
        queues,
        rows.filter((row) => still.has(row.id)),
        intervalMs,
      );
    } else {
      const jobs = moved.map((id) => ({ payload: { addressId: id } }));
      await queues.pushMany(STAGE_OF_STATE[state], jobs);
    }
  }
}
