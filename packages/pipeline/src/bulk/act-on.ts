import type { BulkVerb, Lane, Queryable } from '@nashra/db';
import {
  holdFailed,
  readFailed,
  restoreFailed,
  type StoodFailed,
  setAside,
  withdraw,
} from '@nashra/ledger';
import { bringBackQuarantine, type KeptJob, keepQuarantine } from '../quarantine-rows.ts';
import { sendAgain } from '../replay.ts';
import { WAITING } from '../way.ts';
import type { Item } from './items.ts';

interface Kept extends StoodFailed {
  readonly job?: KeptJob | undefined;
}

/** What is done to what came to nothing. */
export type FailureVerb = Exclude<BulkVerb, 'reextract'>;

/** Does the verb to some; gives how each stood before by its place in the run, and hosts where something waits now. */
export async function actOn(
  tx: Queryable,
  verb: FailureVerb,
  items: readonly Item[],
  lane: Lane,
): Promise<{ readonly kept: ReadonlyMap<number, Kept>; readonly hosts: readonly string[] }> {
  const stood = await readFailed(
    tx,
    items.map(({ id }) => id),
  );
  const ids = stood.map(({ id }) => id);
  const jobs = verb === 'retry' ? await keepQuarantine(tx, ids) : new Map<number, KeptJob>();
  const { gone, hosts } = await doTo(tx, verb, ids, lane);
  const before = new Map(stood.map((it) => [it.id, { ...it, job: jobs.get(it.id) }]));
  const kept = items.flatMap(({ n, id }): [number, Kept][] => {
    const it = gone.has(id) ? before.get(id) : undefined;
    return it ? [[n, it]] : [];
  });
  return { kept: new Map(kept), hosts };
}

async function doTo(tx: Queryable, verb: FailureVerb, ids: readonly number[], lane: Lane) {
  if (verb === 'retry') {
    const sent = await sendAgain(tx, ids, { from: 'fetch', lane });
    return { gone: new Set(sent.map(({ id }) => id)), hosts: sent.map(({ host }) => host) };
  }
  if (verb === 'quarantine') return { gone: new Set(await holdFailed(tx, ids)), hosts: [] };
  await setAside(tx, ids);
  return { gone: new Set(ids), hosts: [] };
}

/** Takes the verb back where nothing has befallen an address since; how many. */
export async function takeBack(
  tx: Queryable,
  verb: FailureVerb,
  items: readonly Item[],
): Promise<number> {
  const before = items.map(({ kept }) => kept as Kept);
  if (verb !== 'retry') return (await restoreFailed(tx, before, verb)).length;
  const back = new Set(
    await withdraw(
      tx,
      items.map(({ id }) => id),
      WAITING,
    ),
  );
  const jobs = before.flatMap(({ id, job }) => (job && back.has(id) ? [job] : []));
  await bringBackQuarantine(tx, jobs);
  return back.size;
}
