import type { Queryable } from '@nashra/db';
import { type InFlight, type Learnt, lockInFlight, moveEach, type Reason } from '@nashra/ledger';
import {
  type FinalState,
  type Pipeline,
  type StageName,
  stageOf,
  stageTaking,
  type WAITING,
} from './way.ts';

/** Where a stage sends an address: on to the next stage, to the end of its flight, or back to wait. */
export type Step =
  | { readonly to: 'next'; readonly set?: Learnt }
  | {
      readonly to: FinalState | typeof WAITING;
      readonly reason: Reason | null;
      readonly set?: Learnt;
    };

/**
 * Addresses out of a stage, one or many at a time: commits what the stage writes for them together with their steps, then
 * gives the next stage its jobs. `work` is shown those that still stand there, locked, and says where each goes;
 * for the others, which somebody else was quicker with, nothing is written. What a crash leaves between commit and
 * push the reconciler finds.
 *
 * @returns the steps that were taken, by address
 */
export async function advance<S extends Step>(
  { db, queues }: Pipeline,
  name: StageName,
  addressIds: readonly number[],
  work: (tx: Queryable, standing: ReadonlyMap<number, InFlight>) => Promise<ReadonlyMap<number, S>>,
): Promise<ReadonlyMap<number, S>> {
  const { takes, gives } = stageOf(name);
  const steps = await db.transaction().execute(async (tx) => {
    const standing = await lockInFlight(tx, addressIds, takes);
    if (standing.size === 0) return new Map<number, S>();
    const decided = await work(tx, standing);
    for (const group of groupsOf(decided)) {
      const { to, reason, rows } = group;
      await moveEach(tx, { from: takes, to: to === 'next' ? gives : to, reason, rows });
    }
    return decided;
  });
  const next = stageTaking(gives);
  if (next) {
    const onward = [...steps].flatMap(([addressId, { to }]) => (to === 'next' ? [addressId] : []));
    const jobs = onward.map((addressId) => ({ payload: { addressId } }));
    if (jobs.length > 0) await queues.pushMany(next.name, jobs);
  }
  return steps;
}

/** One address out of a stage; null when it has moved on already. */
export async function advanceOne<S extends Step>(
  pipeline: Pipeline,
  name: StageName,
  addressId: number,
  work: (tx: Queryable, address: InFlight) => Promise<S>,
): Promise<S | null> {
  const steps = await advance(pipeline, name, [addressId], async (tx, standing) => {
    const address = standing.get(addressId);
    return new Map(address ? [[addressId, await work(tx, address)]] : []);
  });
  return steps.get(addressId) ?? null;
}

interface Group {
  readonly to: Step['to'];
  readonly reason: Reason | null;
  readonly rows: { id: number; set: Learnt }[];
}

/** Steps of one kind that set the same facts are one statement. */
function groupsOf(steps: ReadonlyMap<number, Step>): Iterable<Group> {
  const groups = new Map<string, Group>();
  for (const [id, step] of steps) {
    const { to, set = {} } = step;
    const reason = step.to === 'next' ? null : step.reason;
    const key = JSON.stringify([to, reason, Object.keys(set)]);
    const group = groups.get(key) ?? { to, reason, rows: [] };
    group.rows.push({ id, set });
    groups.set(key, group);
  }
  return groups.values();
}
