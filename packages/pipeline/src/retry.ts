import { setTimeout as sleep } from 'node:timers/promises';
import type { Act } from '@nashra/audit';
import { howTheyEnded } from '@nashra/ledger';
import { replay } from './replay.ts';
import type { Pipeline } from './way.ts';

/** How one phase went. */
export interface Phase {
  readonly sent: number;
  /** Of those sent, how many have ended, and how many of these came to nothing again. */
  readonly ended: number;
  readonly failed: number;
}

export interface RetryOptions {
  /** The filter in words, for the audit. */
  readonly filter: string;
  readonly act: Act;
  /** All at once, instead of ten, then a tenth, then the rest. */
  readonly isWhole?: boolean;
  readonly onPhase?: (phase: Phase) => void;
  readonly signal?: AbortSignal;
  /** How long a phase may take to end. */
  readonly patienceMs?: number;
}

export interface Retried {
  readonly sent: number;
  /** Why it went no further: too many failed again, they did not end in time, or somebody stopped it. */
  readonly stopped: 'failing' | 'slow' | 'aborted' | null;
}

const FIRST = 10;
const SHARE = 10;
/** With more than a fifth failing again, the cause still stands. */
const FAILING = 0.2;
const LOOK_MS = 500;
const PATIENCE_MS = 15 * 60_000;
const TOGETHER = 500;

/** Sends failures through again in phases, each after the one before has ended well enough. */
export async function retryInPhases(
  pipeline: Pipeline,
  ids: readonly number[],
  options: RetryOptions,
): Promise<Retried> {
  const { isWhole = false, onPhase, signal } = options;
  let sent = 0;
  for (const [from, to] of phasesOf(ids.length, isWhole)) {
    const gone: number[] = [];
    for (let at = from; at < to; at += TOGETHER) {
      if (signal?.aborted) return { sent: sent + gone.length, stopped: 'aborted' };
      const some = ids.slice(at, Math.min(at + TOGETHER, to));
      gone.push(...(await replay(pipeline, some, { ...options, from: 'fetch' })));
    }
    sent += gone.length;
    if (to === ids.length) break;
    const { ended, failed } = await untilEnded(pipeline, gone, options);
    onPhase?.({ sent: gone.length, ended, failed });
    if (signal?.aborted) return { sent, stopped: 'aborted' };
    if (failed > FAILING * gone.length) return { sent, stopped: 'failing' };
    if (ended < gone.length) return { sent, stopped: 'slow' };
  }
  return { sent, stopped: null };
}

/** From and to of each phase: ten, a tenth, all. */
export function phasesOf(count: number, isWhole: boolean): [number, number][] {
  const ends = isWhole ? [] : [FIRST, FIRST + Math.ceil(count / SHARE)].filter((it) => it < count);
  const bounds = [0, ...ends, count];
  return bounds.slice(1).map((to, at): [number, number] => [bounds[at] ?? 0, to]);
}

/** Waits until all have ended, or so many have failed that it is clear. */
async function untilEnded(
  { db }: Pipeline,
  ids: readonly number[],
  { signal, patienceMs = PATIENCE_MS }: RetryOptions,
): Promise<{ ended: number; failed: number }> {
  const end = performance.now() + patienceMs;
  for (;;) {
    const how = await howTheyEnded(db, ids);
    const isClear = how.ended >= ids.length || how.failed > FAILING * ids.length;
    if (isClear || signal?.aborted || performance.now() > end) return how;
    await sleep(LOOK_MS, undefined, { signal }).catch(() => {});
  }
}
