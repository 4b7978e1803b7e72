import type { Database, Queryable } from '@nashra/db';
import { move, type Reason } from '@nashra/ledger';
import type { UpdateObject } from 'kysely';
import {
  type FinalState,
  type Pipeline,
  type StageName,
  stageOf,
  stageTaking,
  type WAITING,
} from './way.ts';

type AddressFacts = Omit<UpdateObject<Database, 'address'>, 'state' | 'reason' | 'updated_at'>;

/** Where a stage sends an address: on to the next stage, to the end of its flight, or back to wait. */
export type Step =
  | { readonly to: 'next'; readonly set?: AddressFacts }
  | {
      readonly to: FinalState | typeof WAITING;
      readonly reason: Reason | null;
      readonly set?: AddressFacts;
    };

/** Nothing a stage wrote for an address that has moved on meanwhile may stay. */
class StaleError extends Error {}

/**
 * One address out of a stage: commits what the stage writes together with the address's step, then gives the next stage
 * its job. What a crash leaves in between the reconciler finds. Returns the step, or null for an address that
 * has moved on already, of which nothing is kept.
 */
export async function advance<S extends Step>(
  { db, queues }: Pipeline,
  name: StageName,
  addressId: number,
  work: (tx: Queryable) => Promise<S>,
): Promise<S | null> {
  const { takes, gives } = stageOf(name);
  const step = await db
    .transaction()
    .execute(async (tx) => {
      const decided = await work(tx);
      const moved = await move(tx, {
        ids: [addressId],
        from: [takes],
        to: decided.to === 'next' ? gives : decided.to,
        ...(decided.to === 'next' ? {} : { reason: decided.reason }),
        ...(decided.set && { set: decided.set }),
      });
      if (moved.length === 0) throw new StaleError();
      return decided;
    })
    .catch((error: unknown) => {
      if (error instanceof StaleError) return null;
      throw error;
    });
  const next = step?.to === 'next' ? stageTaking(gives) : undefined;
  if (next) await queues.push(next.name, { addressId });
  return step;
}

/**
 * Many addresses out of a stage at once: moves those that still stand there, then lets the stage write for them, all
 * in one transaction. Returns what the stage made of them.
 */
export async function advanceAll<T>(
  { db, queues }: Pipeline,
  name: StageName,
  addressIds: readonly number[],
  work: (tx: Queryable, moved: readonly number[]) => Promise<T>,
): Promise<T> {
  const { takes, gives } = stageOf(name);
  const { result, moved } = await db.transaction().execute(async (tx) => {
    const ids = await move(tx, { ids: addressIds, from: [takes], to: gives });
    return { result: await work(tx, ids), moved: ids };
  });
  const next = stageTaking(gives);
  if (next) {
    await queues.pushMany(
      next.name,
      moved.map((addressId) => ({ payload: { addressId } })),
    );
  }
  return result;
}
