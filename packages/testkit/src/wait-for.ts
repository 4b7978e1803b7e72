import { setTimeout as sleep } from 'node:timers/promises';

export interface WaitOptions {
  /** 30 s by default: it bounds what hangs, not what is slow. */
  readonly timeoutMs?: number;
  readonly everyMs?: number;
  /** Named in the error when the time is up. */
  readonly what?: string;
}

/** Asks again and again until the answer is truthy, and returns it. An answer that throws counts as «not yet». */
export async function waitFor<T>(
  condition: () => T | Promise<T>,
  { timeoutMs = 30_000, everyMs = 25, what = 'the condition' }: WaitOptions = {},
): Promise<T> {
  const end = Date.now() + timeoutMs;
  let cause: unknown;
  for (;;) {
    try {
      const answer = await condition();
      if (answer) return answer;
      cause = undefined;
    } catch (error) {
      cause = error;
    }
    if (Date.now() > end) {
      throw new Error(`Waited ${timeoutMs} ms for ${what} in vain`, cause ? { cause } : {});
    }
    await sleep(everyMs);
  }
}
