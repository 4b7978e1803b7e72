import { endingOf, type Reason } from '@nashra/ledger';
import { HOUR_MS } from './rhythm.ts';

/** How many times rarer than its interval says a feed is asked at the most, while it is well. */
export const SLOWEST = 4;
const SLOWEST_MS = 86_400_000;
/** A server that fails for now is asked again within a minute, however rarely its feed is polled. */
const SOON_MS = 60_000;
/** Failures in a row that are likely bad hours, which pass, and how close together they may be. */
const BAD_HOURS = 60;
const QUICKEST_MS = 120_000;
/** A feed that fails for days is asked once a day, whatever it may be missing. */
const HOPELESS = 300;
/** The server knows us, or the address, and says no: it need not be asked sooner than usual. */
const REFUSAL = /^http_40[1237]$|^challenge$/;

/**
 * How long a feed rests after polls that gave none. The first pause is short where the cause may pass at once; pauses double,
 * grow no faster than the polls missed, and end at once an entry (of `perHour`) and no rarer than the interval, for days, then at once
 * a day: a feed is never dropped.
 */
export function failurePause(
  { reason, inARow }: { readonly reason: Reason; readonly inARow: number },
  intervalMs: number,
  perHour: number,
): number {
  const lasts = endingOf(reason) === 'final' || REFUSAL.test(reason);
  const first = lasts ? intervalMs : Math.min(intervalMs, SOON_MS);
  return Math.min(
    first * 2 ** Math.min(inARow - 1, 20),
    intervalMs * (inARow + 1),
    Math.max(SLOWEST_MS, intervalMs),
    // Who comes back shows a window full of what nobody has seen, and each new entry pushes one out.
    lasts || inARow > HOPELESS
      ? Number.POSITIVE_INFINITY
      : Math.min(
          Math.max(HOUR_MS / perHour, inARow > BAD_HOURS ? intervalMs : QUICKEST_MS),
          Math.max(intervalMs, QUICKEST_MS),
        ),
  );
}
