import { clockNow } from './globals.ts';

/** `setTimeout` of node:timers/promises, in the time of the world. */
export function setTimeout<T>(
  ms: number,
  value?: T,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<T> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const due = clockNow().after(ms, () => resolve(value as T));
    signal?.addEventListener('abort', () => {
      due.run = null;
      reject(signal.reason);
    });
  });
}
