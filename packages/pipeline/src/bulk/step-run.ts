import { record } from '@nashra/audit';
import {
  type BulkRunTable,
  type BulkState,
  type Database,
  instantOfId,
  type Queryable,
} from '@nashra/db';
import { findFailures, howTheyEnded, readFailureFilter } from '@nashra/ledger';
import { type Selectable, sql, type UpdateObject } from 'kysely';
import { pushOnward } from '../push.ts';
import { askForRelease } from '../release.ts';
import { type Pipeline, stageOf } from '../way.ts';
import { actOn, takeBack } from './act-on.ts';
import { readItems, takenItems, writeItems, writeKept } from './items.ts';
import { lookBack } from './look-back.ts';
import { pagesOf, readPagesAgain } from './pages.ts';
import { FIRST, verdictOf } from './phases.ts';
import { boundsOf } from './runs.ts';

type Change = UpdateObject<Database, 'bulk_run'>;
/** With milliseconds, by the database's clock, since it was stepped last and since something came of its phase. */
type Run = Selectable<BulkRunTable> & {
  readonly steppedMs: number | null;
  readonly phaseMs: number | null;
};

export interface StepOptions {
  /** Only this run; whichever has rested longest when absent. */
  readonly id?: number;
  /** A phase of which nothing ends for so long is too slow. */
  readonly patienceMs?: number;
}

/** What a step did: something, nothing since it waits for what it sent, or nothing since no run is open. */
export type Stepped = 'worked' | 'waits' | 'idle';

const PATIENCE_MS = 15 * 60_000;
const TOGETHER = 500;
/** Jobs waiting for parse at which a run that reads again rests. */
const MOST_BEFORE_PARSE = 50;
const NOW = sql<Date>`now()`;

/**
 * Does the next step of a run: some hundred addresses, or a look at how those of its phase have ended. The row is its lock,
 * its memory and its word to all who watch: a process that dies takes nothing along, and several do not meet.
 */
export async function stepRun(pipeline: Pipeline, options: StepOptions = {}): Promise<Stepped> {
  const { stepped, hosts, read } = await pipeline.db.transaction().execute(async (tx) => {
    const run = await claim(tx, options.id);
    if (!run) {
      await lookBack(tx, options.id);
      return { stepped: 'idle' as const, hosts: [], read: [] };
    }
    const { set, hosts, read } = await next(pipeline, tx, run, options.patienceMs ?? PATIENCE_MS);
    await change(tx, run, set);
    return { stepped: set ? ('worked' as const) : ('waits' as const), hosts, read };
  });
  if (read.length > 0) await pushOnward(pipeline.queues, stageOf('parse'), read, () => 1);
  if (hosts.length > 0) await askForRelease(pipeline, [...new Set(hosts)]);
  return stepped;
}

interface Done {
  /** Null where there was nothing to do yet. */
  readonly set: Change | null;
  readonly hosts: readonly string[];
  /** Kept pages for parse. */
  readonly read: readonly number[];
}

const done = (set: Change | null, more: Partial<Omit<Done, 'set'>> = {}): Done => ({
  set,
  hosts: more.hosts ?? [],
  read: more.read ?? [],
});

async function next(
  pipeline: Pipeline,
  tx: Queryable,
  run: Run,
  patienceMs: number,
): Promise<Done> {
  if (run.wanted === 'abort') return done(await end(tx, run, 'aborted'));
  if (run.wanted === 'undo') return done({ state: 'undoing', wanted: null });
  if (run.wanted === 'pause') return done({ state: 'paused', wanted: null });
  // A phase is as patient again as if it had just been sent.
  if (run.wanted === 'resume') return done({ state: goesOn(run), wanted: null, phase_at: NOW });
  if (run.state === 'undoing') return await undo(tx, run);
  if (run.matched === null) return done(await choose(tx, run));
  const [from, to] = boundsOf(run)[run.phase] ?? [run.matched, run.matched];
  if (run.sent < to) return await send(pipeline, tx, run, to);
  if (to >= run.matched) return done(await end(tx, run, 'done'));
  return done(await look(tx, run, [from, to], patienceMs));
}

const goesOn = ({ matched }: Run): BulkState => (matched === null ? 'waiting' : 'running');

/** What fits the filter now, of what had failed when it was asked for. */
async function choose(tx: Queryable, run: Run): Promise<Change> {
  const until = instantOfId(run.id);
  const ids =
    run.verb === 'reextract'
      ? await pagesOf(tx, run.filter, run.most, until)
      : await findFailures(
          tx,
          { ...readFailureFilter(run.filter, until.getTime()), until },
          run.most,
        );
  await writeItems(tx, run.id, ids);
  if (ids.length === 0) return { ...(await end(tx, run, 'done')), matched: 0 };
  return { state: 'running', matched: ids.length, phase_at: NOW };
}

async function send({ queues }: Pipeline, tx: Queryable, run: Run, to: number): Promise<Done> {
  const room = allowance(run);
  if (room < 1) return done(null);
  // What comes from publishers goes before, and is not to find a long line.
  if (
    run.verb === 'reextract' &&
    (await queues.counts(['parse'])).parse.waiting > MOST_BEFORE_PARSE
  )
    return done(null);
  const items = await readItems(tx, run.id, run.sent, Math.min(to, run.sent + room));
  // The first go with the news, so that the answer comes soon; the many after them do not stand in its way.
  const lane = run.matched !== null && run.matched > FIRST && to >= run.matched ? 1 : 0;
  const sent = run.sent + items.length;
  if (run.verb === 'reextract') {
    const { kept, read } = await readPagesAgain(tx, items);
    await writeKept(tx, run.id, kept);
    return done({ sent, acted: run.acted + kept.size, phase_at: NOW }, { read });
  }
  const { kept, hosts } = await actOn(tx, run.verb, items, lane);
  await writeKept(tx, run.id, kept);
  return done({ sent, acted: run.acted + kept.size, phase_at: NOW }, { hosts });
}

/** How many may go now, of those that go in a second. */
function allowance({ rate, steppedMs }: Run): number {
  if (rate === null || steppedMs === null) return Math.min(TOGETHER, rate ?? TOGETHER);
  return Math.min(TOGETHER, Math.floor((rate * steppedMs) / 1_000));
}

async function look(
  tx: Queryable,
  run: Run,
  [from, to]: readonly [number, number],
  patienceMs: number,
): Promise<Change | null> {
  const ids = await takenItems(tx, run.id, from, to);
  const how = await howTheyEnded(tx, ids);
  const before = run.phases[run.phase];
  const phases = JSON.stringify([
    ...run.phases.slice(0, run.phase),
    { sent: ids.length, ended: how.ended, failed: how.failed },
  ]);
  const verdict = verdictOf(ids.length, how);
  if (verdict === 'next') return { phases, phase: run.phase + 1, phase_at: NOW };
  if (verdict === 'failing') return { ...(await end(tx, run, 'stopped', 'failing')), phases };
  if (how.ended !== before?.ended || how.failed !== before.failed) return { phases, phase_at: NOW };
  return (run.phaseMs ?? 0) > patienceMs ? await end(tx, run, 'stopped', 'slow') : null;
}

async function undo(tx: Queryable, run: Run): Promise<Done> {
  // Nobody can ask for it.
  if (run.verb === 'reextract') return done(await end(tx, run, 'undone'));
  const items = await readItems(tx, run.id, 0, run.sent, { latest: TOGETHER, kept: true });
  if (items.length === 0) return done(await end(tx, run, 'undone'));
  const back = await takeBack(tx, run.verb, items);
  await writeKept(tx, run.id, new Map(items.map((it) => [it.n, null])));
  return done({ taken_back: run.taken_back + back });
}

async function claim(tx: Queryable, id: number | undefined): Promise<Run | undefined> {
  return await tx
    .selectFrom('bulk_run')
    .selectAll()
    .select([ago('stepped_at').as('steppedMs'), ago('phase_at').as('phaseMs')])
    .where(({ or, eb }) =>
      or([eb('state', 'in', ['waiting', 'running', 'undoing']), eb('wanted', 'is not', null)]),
    )
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? 0))
    .orderBy(sql`stepped_at nulls first`)
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
}

const ago = (column: string) =>
  sql<number | null>`(extract(epoch from now() - ${sql.ref(column)}) * 1000)::float8`;

async function change(tx: Queryable, run: Run, set: Change | null): Promise<void> {
  // Of one that has a rate the step that was too early is not one: what may go adds up.
  if (set === null && run.rate !== null) return;
  await tx
    .updateTable('bulk_run')
    .set({ ...set, stepped_at: NOW })
    .where('id', '=', run.id)
    .execute();
}

async function end(
  tx: Queryable,
  run: Run,
  state: BulkState,
  why: Run['why'] = null,
): Promise<Change> {
  const { id, matched, acted, taken_back: takenBack } = run;
  await record(
    tx,
    { actor: run.actor, reason: run.reason },
    {
      action: 'run.end',
      subject: run.filter,
      detail: { run: id, before: run.state, after: state, why, matched, acted, takenBack },
    },
  );
  return { state, why, wanted: null, ended_at: NOW };
}
