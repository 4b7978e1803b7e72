import type { AddressRow, FlightRow } from './rows.ts';

const DAY_MS = 86_400_000;

interface Ended {
  readonly to: string;
  readonly vain: number;
  readonly address: AddressRow;
  readonly gone: FlightRow;
  readonly waitMs: number;
  readonly now: number;
}

/** When an address is looked at again whose flight ends so; null for never. Says what `nextLook` of packages/ledger has Postgres reckon. */
export function lookAfter({ to, vain, address, gone, waitMs, now }: Ended): number | null {
  const { againMs, lane } = gone;
  if (to === 'quarantined' || againMs === null || address.kind === 'feed') return null;
  const isGivenUp = vain >= (lane === 0 || address.kind === 'sitemap' ? 20 : 6);
  const isForgotten = address.unlistedAt !== null && address.unlistedAt <= address.updatedAt;
  const isOver =
    to === 'dropped' ? isGivenUp || isForgotten : address.kind === 'article' && vain >= 5;
  if (isOver) return null;
  const longest = address.kind === 'sitemap' ? 7 * DAY_MS : DAY_MS;
  const pause = Math.min(againMs * 2 ** Math.min(Math.max(vain - 1, 0), 20), longest);
  return now + Math.max(waitMs, pause * (0.95 + 0.1 * Math.random()));
}
