import type { Lane, Queryable } from '@nashra/db';
import { type InFlight, type Learnt, land, lockInFlight, move, type Reason } from '@nashra/ledger';
import { type FeedFacts, feedFactsOf } from '@nashra/sources';
import { sql } from 'kysely';
import { pushOnward } from './push.ts';
import {
  type FinalState,
  isFinal,
  type Pipeline,
  type StageName,
  stageOf,
  stageTaking,
  WAITING,
} from './way.ts';

/** Where a stage sends an address: on to the next stage, to the end of its flight, or back to wait. */
export type Step =
  | { readonly to: 'next'; readonly set?: Learnt }
  | {
      readonly to: FinalState | typeof WAITING;
      readonly reason: Reason | null;
      readonly set?: Learnt;
      /** Where the flight ends: not to be looked at again before so many milliseconds have passed. */
      readonly waitMs?: number | undefined;
    };

/** An address that stands before a stage, locked; a feed's with what its next poll depends on. */
export type Standing = InFlight & { readonly feed: FeedFacts | null };

export interface AdvanceOptions {
  /**
   * Whether the commit waits for the disk. Where it does not, a crash of the database may take the step back, and the
   * reconciler has it done again; what readers have seen, and what a feed showed, must not be taken back.
   */
  readonly durable: boolean;
}

const FEED = feedFactsOf(sql.ref('f.address_id'));

/**
 * Addresses out of a stage, one or many at a time: commits what the stage writes for them together with their steps, then
 * gives the next stage its job. `work` is shown those that still stand there, locked, and says where each goes;
 * for the others, which somebody else was quicker with, nothing is written. What a crash leaves between commit and
 * push the reconciler finds.
 *
 * @returns the steps that were taken, by address
 */
export async function advance<S extends Step>(
  { db, queues }: Pipeline,
  name: StageName,
  addressIds: readonly number[],
  work: (tx: Queryable, standing: ReadonlyMap<number, Standing>) => Promise<ReadonlyMap<number, S>>,
  { durable }: AdvanceOptions = { durable: true },
): Promise<ReadonlyMap<number, S>> {
  const { takes, gives } = stageOf(name);
  const lanes = new Map<number, Lane>();
  const steps = await db.transaction().execute(async (tx) => {
    if (!durable) await sql`set local synchronous_commit = off`.execute(tx);
    const standing = await lockInFlight(tx, addressIds, takes, FEED);
    if (standing.size === 0) return new Map<number, S>();
    for (const { addressId, lane } of standing.values()) lanes.set(addressId, lane);
    const decided = await work(tx, standing);
    for (const { to, reason, rows } of groupsOf(decided)) {
      const from = [takes];
      const state = to === 'next' ? gives : to;
      if (isFinal(state)) {
        const holds = state !== 'dropped' && state !== 'quarantined';
        await land(tx, { from, to: state, reason, rows, holds });
      } else {
        const onward = state === WAITING ? { waiting: state } : { at: state };
        await move(tx, { from, to: onward, reason, rows, rescued: reason === 'rescued' });
      }
    }
    return decided;
  });
  const next = stageTaking(gives);
  if (next) {
    const onward = [...steps].flatMap(([addressId, { to }]) => (to === 'next' ? [addressId] : []));
    await pushOnward(queues, next, onward, (addressId) => lanes.get(addressId) ?? 0);
  }
  return steps;
}

/** One address out of a stage; null when it has moved on already. */
export async function advanceOne<S extends Step>(
  pipeline: Pipeline,
  name: StageName,
  addressId: number,
  work: (tx: Queryable, address: Standing) => Promise<S>,
  options?: AdvanceOptions,
): Promise<S | null> {
  const each = async (tx: Queryable, standing: ReadonlyMap<number, Standing>) => {
    const address = standing.get(addressId);
    return new Map(address ? [[addressId, await work(tx, address)]] : []);
  };
  const steps = await advance(pipeline, name, [addressId], each, options);
  return steps.get(addressId) ?? null;
}

interface Group {
  readonly to: Step['to'];
  readonly reason: Reason | null;
  readonly rows: { id: number; set: Learnt; waitMs: number | undefined }[];
}

/** Steps of one kind that set the same facts are one statement. */
function groupsOf(steps: ReadonlyMap<number, Step>): Iterable<Group> {
  const groups = new Map<string, Group>();
  for (const [id, step] of steps) {
    const { to, set = {} } = step;
    const reason = step.to === 'next' ? null : step.reason;
    const key = JSON.stringify([to, reason, Object.keys(set)]);
    const group = groups.get(key) ?? { to, reason, rows: [] };
    group.rows.push({ id, set, waitMs: 'waitMs' in step ? step.waitMs : undefined });
    groups.set(key, group);
  }
  return groups.values();
}
