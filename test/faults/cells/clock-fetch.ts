import { wrongClock } from '../wrong-clock.ts';

/** Some pages ask for two seconds' patience: not for an hour's. */
export const clockFetch = wrongClock('fetch', (load) => load.busy(3));
