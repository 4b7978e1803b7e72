import { type Act, record } from '@nashra/audit';
import {
  type BulkPhase,
  type BulkRunTable,
  type BulkState,
  type BulkVerb,
  type BulkWish,
  instantOfId,
  type Queryable,
} from '@nashra/db';
import { FilterError, isEmptyFilter, readFailureFilter, readPageFilter } from '@nashra/ledger';
import { type Selectable, sql } from 'kysely';
import { FIRST, phasesOf } from './phases.ts';

/** A verb that an operator had done to all failures of a filter, as everybody sees it. */
export interface BulkRun {
  readonly id: number;
  readonly madeAt: Date;
  readonly verb: BulkVerb;
  readonly filter: string;
  readonly actor: string;
  readonly reason: string;
  readonly rate: number | null;
  readonly isWhole: boolean;
  readonly state: BulkState;
  /** Asked of it and not done yet. */
  readonly wanted: BulkWish | null;
  readonly why: 'failing' | 'slow' | null;
  /** Null until its addresses are chosen. */
  readonly matched: number | null;
  /** Gone through; of them done something to; of these taken back. */
  readonly sent: number;
  readonly acted: number;
  readonly takenBack: number;
  readonly phases: readonly BulkPhase[];
  /** How many phases it has in all. */
  readonly of: number;
  readonly endedAt: Date | null;
}

export interface BulkOrder {
  readonly verb: BulkVerb;
  /** As `readFailureFilter` reads it, of pages `readPageFilter`; never empty. */
  readonly filter: string;
  readonly isWhole?: boolean | undefined;
  readonly rate?: number | null | undefined;
  readonly most?: number | undefined;
}

/** No such run, or one that cannot be aborted or undone any more. */
export class RunError extends Error {
  override name = 'RunError';
  readonly code = 'RUN_UNFIT';
}

export const MOST_OF_RUN = 200_000;
const ACTIONS = {
  retry: 'address.replay',
  discard: 'failure.discard',
  quarantine: 'failure.quarantine',
  reextract: 'article.reextract',
} as const satisfies Record<BulkVerb, string>;

/**
 * Asks for something to be done to all failures of a filter, and writes down who did. Whoever steps runs takes it up: the
 * scheduler, or the process that asked.
 *
 * @throws FilterError for a filter that is empty or says nothing anybody understands; RunError for a want of a reason
 */
export async function askForRun(db: Queryable, order: BulkOrder, act: Act): Promise<number> {
  const filter = order.filter.trim();
  if (isEmptyFilter(filter)) throw new FilterError('Everything at once is no filter: say which.');
  if (order.verb === 'reextract') readPageFilter(filter);
  else readFailureFilter(filter);
  const reason = act.reason?.trim();
  if (!reason) throw new RunError('Why? A run needs a reason, for the audit.');
  return await db.transaction().execute(async (tx) => {
    const { id } = await tx
      .insertInto('bulk_run')
      .values({
        verb: order.verb,
        filter,
        actor: act.actor.slice(0, 200),
        reason: reason.slice(0, 2_000),
        is_whole: order.isWhole ?? false,
        rate: order.rate ?? null,
        most: order.most ?? MOST_OF_RUN,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const { rate = null, isWhole = false } = order;
    const detail = { run: id, rate, isWhole };
    await record(tx, act, { action: ACTIONS[order.verb], subject: filter, detail });
    return id;
  });
}

/** In which states each may be asked for. */
const ABLE: Readonly<Record<BulkWish, readonly BulkState[]>> = {
  pause: ['waiting', 'running'],
  resume: ['paused'],
  abort: ['waiting', 'running', 'paused', 'undoing'],
  undo: ['done', 'stopped', 'aborted'],
};

/**
 * Asks a run to rest, to go on, to stop, or to be taken back as far as that goes.
 *
 * @throws RunError where it has ended already, or has not
 */
export async function askOfRun(
  db: Queryable,
  id: number,
  wanted: BulkWish,
  act: Act,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const row = await tx
      .updateTable('bulk_run')
      .set({ wanted })
      .where('id', '=', id)
      .where('state', 'in', ABLE[wanted])
      .$if(wanted === 'undo', (query) => query.where('verb', '<>', 'reextract'))
      .returning('filter')
      .executeTakeFirst();
    if (!row) {
      const known = await readRun(tx, id);
      if (known?.verb === 'reextract' && wanted === 'undo')
        throw new RunError('What was read again stays: the revisions before it are kept.');
      throw new RunError(known ? `Run ${id} is ${known.state}.` : `There is no run ${id}.`);
    }
    await record(tx, act, { action: `run.${wanted}`, subject: row.filter, detail: { run: id } });
  });
}

export async function readRun(db: Queryable, id: number): Promise<BulkRun | null> {
  const row = await db.selectFrom('bulk_run').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? runOf(row) : null;
}

/** The latest first. */
export async function listRuns(db: Queryable, limit: number): Promise<BulkRun[]> {
  const rows = await db
    .selectFrom('bulk_run')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(runOf);
}

/** Forgets runs that ended more than so many days ago. */
export async function sweepRuns(db: Queryable, days: number, rows: number): Promise<number> {
  const result = await sql`
    delete from nashra.bulk_run where id in (
      select id from nashra.bulk_run where ended_at < now() - make_interval(days => ${days}) and state <> 'undoing'
      order by id limit ${rows})`.execute(db);
  return Number(result.numAffectedRows ?? 0);
}

export function runOf(row: Selectable<BulkRunTable>): BulkRun {
  const { id, verb, filter, actor, reason, rate, state, wanted, why, matched } = row;
  return {
    ...{ id, verb, filter, actor, reason, rate, state, wanted, why, matched },
    madeAt: instantOfId(id),
    isWhole: row.is_whole,
    sent: row.sent,
    acted: row.acted,
    takenBack: row.taken_back,
    phases: row.phases,
    of: boundsOf(row).length,
    endedAt: row.ended_at,
  };
}

const PHASED: ReadonlySet<BulkVerb> = new Set(['retry', 'reextract']);

/** From and to of each phase of a run; only what may fail again goes in phases. */
export function boundsOf(
  row: Pick<Selectable<BulkRunTable>, 'matched' | 'is_whole' | 'verb'>,
): [number, number][] {
  return phasesOf(row.matched ?? FIRST, row.is_whole || !PHASED.has(row.verb));
}
