import { setTimeout as sleep } from 'node:timers/promises';
import type { AddressState, Db, HistoryStep } from '@nashra/db';
import { isFinal, STAGE_OF_STATE } from '@nashra/ledger';
import { sql } from 'kysely';
import type { Entered } from './enter.ts';

/** One step of an address, as `nashra ingest --json` prints it. */
export interface Step {
  readonly address: string;
  /** Who did it: scheduler, fetch, parse, dedupe or index. */
  readonly stage: string;
  readonly state: AddressState;
  readonly reason: string | null;
  /** ISO 8601. */
  readonly at: string;
}

export interface Ended {
  readonly entered: Entered;
  readonly state: AddressState;
  readonly reason: string | null;
  readonly articleId: number | null;
}

const POLL_MS = 100;

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
  const seen = new Map<number, HistoryStep>();
  while (open.size > 0 && !signal.aborted) {
    for (const row of await read(db, [...open.keys()])) {
      const entered = open.get(row.id);
      if (!entered) continue;
      const start = nextStep(row.history, seen.get(row.id), entered.since);
      for (const [at, [ms, state, reason]] of row.history.entries()) {
        if (at < start) continue;
        const stage = stageAfter(row.history[at - 1]?.[1]);
        const { address } = entered;
        yield { address, stage, state, reason, at: new Date(ms).toISOString() };
      }
      const last = row.history.at(-1);
      if (last) seen.set(row.id, last);
      if (!isFinal(row.state)) continue;
      open.delete(row.id);
      const { state, reason, articleId } = row;
      yield { entered, state, reason, articleId };
    }
    if (open.size > 0) await sleep(POLL_MS, undefined, { signal }).catch(() => {});
  }
}

/** Index of the first step that was not seen yet; old steps fall off a long history, so indexes shift. */
export function nextStep(
  history: readonly HistoryStep[],
  last: HistoryStep | undefined,
  since: number,
): number {
  const known = last && history.findLastIndex(([ms, state]) => ms === last[0] && state === last[1]);
  if (known !== undefined && known >= 0) return known + 1;
  const first = history.findIndex(([ms]) => ms >= since);
  return first < 0 ? history.length : first;
}

/** The stage that takes an address out of a state. */
function stageAfter(state: AddressState | undefined): string {
  return state !== undefined && state in STAGE_OF_STATE
    ? STAGE_OF_STATE[state as keyof typeof STAGE_OF_STATE]
    : 'scheduler';
}

function read(db: Db, ids: readonly number[]) {
  return db
    .selectFrom('address')
    .select(['id', 'state', 'reason', 'history', 'article_id as articleId'])
    .where('id', '=', sql<number>`any(${[...ids]}::bigint[])`)
    .execute();
}
