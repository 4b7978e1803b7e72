import { setTimeout as sleep } from 'node:timers/promises';
import { type SendDeps, sendParcels } from './send-parcels.ts';

/** What failed is due again at a time of its own. */
const LOOK_MS = 1_000;

export interface Sending extends AsyncDisposable {
  /** Something may be due at once. */
  wake(): void;
}

/** Sends what is due, until disposed. */
export function keepSending(deps: Omit<SendDeps, 'signal'>): Sending {
  const stop = new AbortController();
  let rouse = new AbortController();
  const done = keepOn();

  async function keepOn(): Promise<void> {
    while (!stop.signal.aborted) {
      rouse = new AbortController();
      const tried = await sendParcels({ ...deps, signal: stop.signal }).catch((err: unknown) => {
        if (!stop.signal.aborted) deps.log.warn({ err }, 'nothing can be sent');
        return 0;
      });
      if (tried > 0) continue;
      const signal = AbortSignal.any([stop.signal, rouse.signal]);
      await sleep(LOOK_MS, undefined, { signal }).catch(() => {});
    }
  }

  return {
    wake: () => rouse.abort(),
    async [Symbol.asyncDispose]() {
      stop.abort();
      await done;
    },
  };
}
