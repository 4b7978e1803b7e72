import { setTimeout as sleep } from 'node:timers/promises';
import { within } from './within.ts';

/** By what a worker waits for its next job, on a connection of its own. */
export interface Waiting {
  waitForJob(seconds: number): Promise<{ member: string; score: number } | null>;
  reconnectBlocking(): Promise<void>;
}

/**
 * A command that waits may be lost between the nodes of a cluster with neither an answer nor an error: when a master went with its
 * replica, workers of its slots waited for ever. Such a wait ends when it is so much too long, as if no job had come, and
 * its connection is opened anew.
 */
export function boundWaiting(waiting: Waiting, graceMs: number): void {
  const wait = waiting.waitForJob.bind(waiting);
  waiting.waitForJob = async (seconds) => {
    const over = new AbortController();
    const late = sleep(1_000 * seconds + graceMs, 'late' as const, { signal: over.signal });
    late.catch(() => {});
    try {
      const first = await Promise.race([wait(seconds), late]);
      if (first !== 'late') return first;
      void within(graceMs, waiting.reconnectBlocking());
      return null;
    } finally {
      over.abort();
    }
  };
}
