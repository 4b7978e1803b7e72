import { failurePause } from '@nashra/sources';
import { addDelay, type Measured } from './measure.ts';
import type { Source } from './world.ts';

/** What a poll found at an instant. */
export interface Found {
  readonly at: number;
  readonly ok: boolean;
  readonly added: number;
  readonly shown: number;
  readonly failures: number;
}

/** A source that is being polled. */
export interface Player {
  readonly source: Source;
  /** When it is asked next. */
  due: number;
  /** Entries published before this place have been seen, or were missed. */
  seen: number;
  failures: number;
  outage: number;
}

export function newPlayer(source: Source, due: number): Player {
  return { source, due, seen: placeOf(source.entries, due), failures: 0, outage: 0 };
}

/** Polls a source until `end`; delays count from `from` on. */
export function play(
  player: Player,
  end: number,
  next: (found: Found) => number,
  measured: Measured,
  from: number,
): void {
  while (player.due < end) {
    const found = poll(player, measured, from);
    if (found.at >= from) measured.requests += 1;
    player.due = Math.max(next(found), found.at + 1_000);
  }
}

function poll(player: Player, measured: Measured, from: number): Found {
  const { source, due: at } = player;
  const { outages, entries, window } = source;
  while ((outages[player.outage]?.to ?? Number.POSITIVE_INFINITY) <= at) player.outage += 1;
  const isOut = (outages[player.outage]?.from ?? Number.POSITIVE_INFINITY) <= at;
  if (isOut) {
    player.failures += 1;
    return { at, ok: false, added: 0, shown: 0, failures: player.failures };
  }
  player.failures = 0;
  const first = player.seen;
  let place = first;
  while (place < entries.length && (entries[place] ?? 0) <= at) place += 1;
  const shown = Math.min(place, window);
  const kept = Math.max(first, place - window);
  for (let it = first; it < place; it += 1) {
    const published = entries[it] ?? 0;
    if (published < from) continue;
    if (it >= kept) addDelay(measured, at - published);
    else if (isHidden(source, published, entries[it + window] ?? at)) measured.hidden += 1;
    else measured.missed += 1;
  }
  player.seen = place;
  return { at, ok: true, added: place - kept, shown, failures: 0 };
}

/** It was shown only while its server could not be had: nobody could have seen it. */
function isHidden({ outages }: Source, from: number, to: number): boolean {
  return outages.some((outage) => outage.from <= from && to <= outage.to);
}

/** All ways rest after failures as the product does. */
export function restAfter({ at, failures }: Found, { rates }: Source, intervalMs: number): number {
  const perHour = rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
  const failure = { reason: 'connect', inARow: failures } as const;
  return at + failurePause(failure, intervalMs, Math.max(perHour, 1e-3));
}

function placeOf(entries: Float64Array, at: number): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}
