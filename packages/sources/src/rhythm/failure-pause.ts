import { endingOf, type Reason } from '@nashra/ledger';

const SLOWEST_MS = 86_400_000;
/** A server that fails for now is asked again within a minute, however rarely its feed is polled. */
const SOON_MS = 60_000;
/** The server knows us, or the address, and says no: it need not be asked sooner than usual. */
const REFUSAL = /^http_40[1237]$/;

/**
 * How long a feed rests after polls that gave none. The first pause is short where the cause may pass at once; pauses double,
 * grow no faster than the polls missed, and end at once a day: a feed is never dropped.
 */
export function failurePause(
  { reason, inARow }: { readonly reason: Reason; readonly inARow: number },
  intervalMs: number,
): number {
  const lasts = endingOf(reason) === 'final' || REFUSAL.test(reason);
  const first = lasts ? intervalMs : Math.min(intervalMs, SOON_MS);
  return Math.min(
    first * 2 ** Math.min(inARow - 1, 20),
    intervalMs * (inARow + 1),
    Math.max(SLOWEST_MS, intervalMs),
  );
}
