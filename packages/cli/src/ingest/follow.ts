import { setTimeout as sleep } from 'node:timers/promises';
import type { Db } from '@nashra/db';
import { findAddresses, type JournalStep, journalsSince } from '@nashra/ledger';
import { type Entered, isFinal, stageTaking } from '@nashra/pipeline';

/** One step of an address, as `nashra ingest --json` prints it. */
export interface Step {
  readonly address: string;
  /** Who did it: scheduler, fetch, parse, dedupe or index. */
  readonly stage: string;
  readonly state: string;
  readonly reason: string | null;
  /** ISO 8601. */
  readonly at: string;
}

export interface Ended {
  readonly entered: Entered;
  readonly state: string;
  readonly reason: string | null;
  readonly articleId: number | null;
}

const POLL_MS = 100;
const STEPS = 10_000;

/**
 * Yields every step of these addresses as it is seen, and each address once more when it has ended.
 * Ends when all have, or when the signal aborts.
 */
export async function* follow(
  db: Db,
  addresses: readonly Entered[],
  signal: AbortSignal,
): AsyncGenerator<Step | Ended> {
  const open = new Map<number, Entered>(addresses.map((it) => [it.id, it]));
  const after = new Map<number, number>(addresses.map((it) => [it.id, it.after]));
  const last = new Map<number, string>();
  while (open.size > 0 && !signal.aborted) {
    for (const step of await journalsSince(db, after, STEPS)) {
      const entered = open.get(step.addressId);
      after.set(step.addressId, step.id);
      if (!entered) continue;
      yield stepOf(step, entered, last.get(step.addressId));
      last.set(step.addressId, step.state);
      if (!isFinal(step.state)) continue;
      open.delete(step.addressId);
      after.delete(step.addressId);
      const [row] = await findAddresses(db, { ids: [step.addressId] });
      const { state, reason } = step;
      yield { entered, state, reason, articleId: row?.articleId ?? null };
    }
    if (open.size > 0) await sleep(POLL_MS, undefined, { signal }).catch(() => {});
  }
}

function stepOf({ at, state, reason }: JournalStep, { address }: Entered, before?: string): Step {
  // Who takes an address out of a state has made the step; into the first ones the scheduler lets it.
  const stage = (before !== undefined && stageTaking(before)?.name) || 'scheduler';
  return { address, stage, state, reason, at: at.toISOString() };
}
