import { setTimeout as sleep } from 'node:timers/promises';

/** Resolves when /readyz says yes, or with false when the time is up or the signal aborts. */
export async function waitReady(
  port: number,
  { timeoutMs, signal }: { readonly timeoutMs: number; readonly signal: AbortSignal },
): Promise<boolean> {
  const until = Date.now() + timeoutMs;
  while (Date.now() < until && !signal.aborted) {
    const isReady = await fetch(`http://127.0.0.1:${port}/readyz`, { signal }).then(
      (answer) => answer.ok,
      () => false,
    );
    if (isReady) return true;
    await sleep(100, undefined, { signal }).catch(() => {});
  }
  return false;
}
