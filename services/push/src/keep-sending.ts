import { type Doing, keepDoing } from '@nashra/service';
import { type SendDeps, sendParcels } from './send-parcels.ts';

/** What failed is due again at a time of its own. */
const LOOK_MS = 1_000;

/** Sends what is due, until disposed; whoever knows that something is wakes it. */
export function keepSending(deps: Omit<SendDeps, 'signal'>): Doing {
  return keepDoing(async (signal) => {
    const tried = await sendParcels({ ...deps, signal }).catch((err: unknown) => {
      if (!signal.aborted) deps.log.warn({ err }, 'nothing can be sent');
      return 0;
    });
    return tried > 0 ? 0 : LOOK_MS;
  });
}
