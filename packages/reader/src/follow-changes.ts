import { setTimeout as sleep } from 'node:timers/promises';
import { type Change, readChanges } from './changes.ts';
import type { OpenReader } from './open-reader.ts';
import { openWake } from './wake.ts';

export interface FollowOptions {
  /** The last seq that was worked through; 0 for all there are. */
  readonly after: number;
  /** That was kept beside it; without it what was brought back is noticed only while it is followed. */
  readonly epoch?: number | undefined;
  /** Ends the following, without an error. */
  readonly signal?: AbortSignal | undefined;
  /** Changes read at a time. */
  readonly batch?: number | undefined;
  /** It looks again after this long even if nobody woke it. */
  readonly idleMs?: number | undefined;
}

const BATCH = 1_000;
const IDLE_MS = 10_000;
/** Where nobody can wake us. */
const LOOK_EVERY_MS = 1_000;
const FIRST_PAUSE_MS = 100;
/** Any role of the database may wake us: who is woken for nothing sleeps on for a moment. */
const DECEIVED_MS = 50;
const LONGEST_PAUSE_MS = 10_000;

/**
 * Every change after one, in order, each once, as soon as it is committed, for as long as it is followed. Lost
 * connections are opened again and nothing is skipped: keep the `seq` you have worked through, and begin after it.
 *
 * @throws ChangesTooOldError when what comes next is kept no more
 * @throws ChangesRewoundError when the database was brought back to before what was seen
 */
export async function* followChanges(
  reader: OpenReader,
  options: FollowOptions,
): AsyncGenerator<Change> {
  for await (const changes of followBatches(reader, options)) yield* changes;
}

/** The same, as many at a time as are there. */
export async function* followBatches(
  reader: OpenReader,
  { after, epoch: kept, signal, batch = BATCH, idleMs }: FollowOptions,
): AsyncGenerator<readonly Change[]> {
  if (!Number.isSafeInteger(after))
    throw new RangeError('after is the seq of the last change that was seen, or 0');
  await using wake = openWake(reader.url, signal);
  let seq = after;
  let epoch = kept;
  let pauseMs = FIRST_PAUSE_MS;
  let deceived = false;
  while (!signal?.aborted) {
    wake.clear();
    let changes: readonly Change[];
    try {
      ({ changes, epoch } = await readChanges(reader, seq, batch, epoch));
    } catch (error) {
      if (!isPassing(error)) throw error;
      await sleep(pauseMs, undefined, { signal }).catch(() => {});
      pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
      continue;
    }
    pauseMs = FIRST_PAUSE_MS;
    const last = changes.at(-1);
    if (last) {
      yield changes;
      seq = last.seq;
    } else if (deceived) await sleep(DECEIVED_MS, undefined, { signal }).catch(() => {});
    deceived = !last;
    if (changes.length < batch) await wake.next(idleMs ?? (wake.listens ? IDLE_MS : LOOK_EVERY_MS));
  }
}

/** Whether the database may answer later: it is away, ends sessions, is full or slow. */
function isPassing(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code !== 'string')
    return error instanceof Error && /connection|timeout/i.test(error.message);
  return /^(08|40|53|55|57)|^E[A-Z]+$/.test(code);
}
