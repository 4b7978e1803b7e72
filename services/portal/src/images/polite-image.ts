import { setTimeout as sleep } from 'node:timers/promises';
import { hostOf } from '@nashra/address';
import type { Fetcher } from '@nashra/http';
import type { HostSlots, RobotsCache } from '@nashra/politeness';

export interface PoliteImageDeps {
  readonly fetcher: Fetcher;
  readonly robots: RobotsCache;
  readonly slots: HostSlots;
  readonly pace: { readonly intervalMs: number; readonly concurrency: number };
}

/** A reader waits; longer than this nobody does. */
const PATIENCE_MS = 8_000;
const MAX_BYTES = 8 * 1024 * 1024;
const HOLD_MS = 20_000;
const ACCEPT = 'image/avif,image/webp,image/png,image/jpeg,image/gif;q=0.8';

/**
 * The bytes of an image at its publisher's, by the rules of its host: robots.txt obeyed, interval and concurrency kept
 * with all that fetch from it, on every hop. Undefined where it is refused, or not in time.
 */
export async function fetchImage(
  { fetcher, robots, slots, pace }: PoliteImageDeps,
  address: string,
): Promise<Buffer | undefined> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  let held: { host: string; token: string } | undefined;
  const leave = async () => {
    const last = held;
    held = undefined;
    if (last) await slots.release(last.host, last.token);
  };
  const take = async (host: string) => {
    for (;;) {
      const request = { ...pace, lane: 'backfill' as const, holdMs: HOLD_MS };
      const grant = await slots.acquire(host, request);
      if (grant.granted) {
        held = { host, token: grant.token };
        return;
      }
      await sleep(grant.waitMs, undefined, { signal });
    }
  };
  const enter = async (hop: string) => {
    await leave();
    let verdict = await robots.allowed(hop);
    if (verdict === 'unknown') {
      await take(hostOf(hop));
      await robots.refresh(hop, { signal });
      await leave();
      verdict = await robots.allowed(hop);
    }
    if (verdict !== 'unknown' && !verdict.allowed) throw new Error('robots.txt says no');
    await take(hostOf(hop));
  };
  try {
    const options = { accept: ACCEPT, maxBytes: MAX_BYTES, signal, onHop: enter };
    const { status, body } = await fetcher.get(address, options);
    return status === 200 ? body : undefined;
  } finally {
    await leave();
  }
}
