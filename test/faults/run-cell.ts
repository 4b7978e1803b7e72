import { setTimeout as sleep } from 'node:timers/promises';
import { FLIGHT_STATES, readLedger, way } from '@nashra/pipeline';
import { waitFor } from '@nashra/testkit';
import { audit } from './audit.ts';
import type { Cell } from './cell.ts';
import { type Load, startLoad } from './load.ts';
import type { Servers } from './servers.ts';
import { openSystem, type System } from './system.ts';
import { startWatch } from './watch.ts';

const NAMED_MS = 15_000;
const HEAL_MS = 15_000;
const STOP_MS = 10_000;
/** A machine that is slow is no fault of the cell's: these bound what is waited for, not what is judged. */
const PATIENCE_MS = 150_000;

export interface Verdict {
  readonly cell: string;
  /** What did not hold, a line each; none where the cell holds. */
  readonly wrong: readonly string[];
  readonly lastedMs?: number;
  /** From the end of the cause to the next article. */
  readonly recoveryMs?: number;
  readonly namedMs?: { readonly readyz?: number; readonly status?: number };
  readonly stopMs?: number;
}

/** Brings a fault about under load, takes it away, and judges what came of it. */
export async function runCell(cell: Cell, servers: Servers): Promise<Verdict> {
  await using system = await openSystem(servers, cell.ownDisk ?? false);
  await using load = await startLoad(system);
  const wrong: string[] = [];
  if (cell.atStart) await cell.begin(system, load);
  const started = system.startAll();
  started.catch(() => {});
  if (!cell.atStart) await started;
  const watch = startWatch(system);
  try {
    // Who is being started says nothing yet.
    if (cell.atStart) await waitFor(() => watch.hasAnswered, patience('a first answer'));
    else await waitFor(async () => (await indexed(system)) >= 3, patience('the first articles'));
    let brokenAt = performance.now();
    if (!cell.atStart) await cell.begin(system, load);
    if (cell.isLateToBegin) brokenAt = performance.now();
    const name = () => cell.named && waitForName(watch, cell.named, brokenAt, wrong);
    let namedMs: Verdict['namedMs'];
    if (cell.end) {
      namedMs = await name();
      if (cell.isHarmless) await expectMovement(system, load, wrong);
      await sleep(cell.holdMs ?? 0);
      await cell.end(system, load);
      // What has to start first has nothing to heal before.
      await started;
    }
    const endedAt = performance.now();
    const recoveryMs = await moves(system, load, cell.drainMs !== undefined);
    // What heals by itself was named while it did, or soon after.
    if (!cell.end) namedMs = await name();
    const most = cell.healMs ?? HEAL_MS;
    if (recoveryMs > most) wrong.push(`the next article came after ${seconds(recoveryMs)}`);
    await waitFor(() => isSettled(system), {
      ...patience('every address to be final and no job left'),
      ...(cell.drainMs && { timeoutMs: cell.drainMs }),
    });
    await waitFor(
      async () => Object.values(await system.readyz()).every((it) => it.startsWith('ready')),
      {
        timeoutMs: 35_000,
        what: 'all to be ready again',
      },
    );
    await watch[Symbol.asyncDispose]();
    wrong.push(...(await audit(system, load.expected(), cell, watch.followed)));
    await cell.check?.(system, load);
    if (cell.stops) {
      await load.more();
      await cell.begin(system, load);
    }
    const stopMs = await system.stopAll(STOP_MS);
    if (cell.stops) await cell.end?.(system, load);
    const lastedMs = endedAt - brokenAt;
    return { cell: cell.name, wrong, lastedMs, recoveryMs, ...(namedMs && { namedMs }), stopMs };
  } catch (error) {
    const said = watch.sentences().map((it) => `  said ${it}`);
    const where = await readLedger(system).then(({ ledger }) => JSON.stringify(ledger), String);
    return { cell: cell.name, wrong: [...wrong, String(error), ...said, `  ledger ${where}`] };
  } finally {
    await watch[Symbol.asyncDispose]();
  }
}

/** Milliseconds until it was named, and a line for each place that did not in time. */
async function waitForName(
  watch: ReturnType<typeof startWatch>,
  name: RegExp,
  since: number,
  wrong: string[],
): Promise<NonNullable<Verdict['namedMs']>> {
  const both = () => Object.keys(watch.named(name, since)).length === 2;
  await waitFor(both, { timeoutMs: 2 * NAMED_MS }).catch(() => {});
  const found = watch.named(name, since);
  const after = (at: number | undefined) => (at === undefined ? undefined : at - since);
  const ms = { readyz: after(found.readyz), status: after(found.status) };
  for (const [where, it] of Object.entries(ms)) {
    if (it === undefined)
      wrong.push(`${where} never said ${name}; ${watch.sentences().join(' | ')}`);
    else if (it > NAMED_MS) wrong.push(`${where} said ${name} after ${seconds(it)}`);
  }
  return Object.fromEntries(Object.entries(ms).filter(([, it]) => it !== undefined));
}

/** Milliseconds until one of some new articles has come through, or any at all. */
async function moves(system: System, load: Load, orAny: boolean): Promise<number> {
  const startedAt = performance.now();
  const before = orAny ? await indexed(system) : Number.POSITIVE_INFINITY;
  const later = await load.more();
  const isMoved = async () =>
    (await isAnyIndexed(system, later)) || (await indexed(system)) > before;
  await waitFor(isMoved, patience('the next article'));
  return performance.now() - startedAt;
}

async function expectMovement(system: System, load: Load, wrong: string[]): Promise<void> {
  const ms = await moves(system, load, false);
  if (ms > HEAL_MS) wrong.push(`an article took ${seconds(ms)} meanwhile`);
}

async function indexed({ db }: System): Promise<number> {
  return (await readLedger({ db })).ledger.indexed;
}

/** Of what was entered when the cause was gone: what had passed a broken place before proves nothing. */
async function isAnyIndexed({ db }: System, ids: readonly number[]): Promise<boolean> {
  const found = await db
    .selectFrom('address')
    .select('id')
    .where('id', 'in', [...ids])
    .where('state', '=', 'indexed')
    .limit(1)
    .execute();
  return found.length > 0;
}

/** All is final and no job is left. */
export async function isSettled({ db, queues }: System): Promise<boolean> {
  const { ledger } = await readLedger({ db });
  if (FLIGHT_STATES.some((state) => ledger[state] > 0)) return false;
  const counts = Object.values(await queues.counts(way.map((stage) => stage.name)));
  return counts.every((it) => it.waiting + it.active + it.delayed === 0);
}

const patience = (what: string) => ({ timeoutMs: PATIENCE_MS, everyMs: 100, what });

export const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
