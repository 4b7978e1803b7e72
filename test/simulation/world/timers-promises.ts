import { clockNow, outside } from './globals.ts';

/** `setTimeout` of node:timers/promises, in the time of the world where there is one. */
export function setTimeout<T>(
  ms: number,
  value?: T,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<T> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const clock = clockNow();
    const done = () => resolve(value as T);
    if (!clock) return void outside.setTimeout(done, ms);
    const due = clock.after(ms, done);
    signal?.addEventListener('abort', () => {
      due.run = null;
      reject(signal.reason);
    });
  });
}

/** `setImmediate` likewise. */
export const setImmediate = <T>(value?: T): Promise<T> => setTimeout(0, value);
