import { failurePause } from '@nashra/sources';
import { addDelay, type Measured } from './measure.ts';
import type { Source } from './world.ts';

/** What a poll found at an instant. */
export interface Found {
  readonly at: number;
  readonly ok: boolean;
  /** Entries that nobody knew. */
  readonly added: number;
  /** Entries that another source had shown first. */
  readonly elsewhere: number;
  readonly shown: number;
  readonly failures: number;
}

/** A source that is being polled. */
export interface Player {
  readonly source: Source;
  /** When it is asked next. */
  due: number;
  /** Entries published before this place have been looked at, or were missed. */
  seen: number;
  /** Entries before this place have been sent by its hub, or never will be. */
  heard: number;
  failures: number;
  outage: number;
}

/** Who polls it: what is done with what was found, and when it is asked next. */
export interface Asker {
  readonly player: Player;
  next(found: Found): number;
  /** What its hub sent; absent where nobody listens. */
  push?(at: number): void;
}

export function newPlayer(source: Source, due: number): Player {
  const seen = placeOf(source.entries, due);
  // What was there before counts for nobody.
  for (let it = 0; it < seen; it += 1) source.known[source.ids[it] ?? -1] = due;
  return { source, due, seen, heard: seen, failures: 0, outage: 0 };
}

/** Plays sources that list the same entries, in the order of time, until `end`; delays count from `from` on. */
export function play(
  askers: readonly Asker[],
  end: number,
  measured: Measured,
  from: number,
): void {
  for (;;) {
    const asker = askers.reduce((a, b) => (b.player.due < a.player.due ? b : a));
    const { player } = asker;
    if (player.due >= end) return;
    for (const it of askers) if (it.push) hear(it.player, player.due, it.push, measured, from);
    // What was heard may have somebody asked sooner.
    if (askers.some((it) => it.player.due < player.due)) continue;
    const found = poll(player, measured, from);
    if (found.at >= from) measured.requests += 1;
    player.due = Math.max(asker.next(found), found.at + 1_000);
  }
}

/** A push comes within this time or not at all. */
const LATEST_PUSH_MS = 600_000;

function hear(
  player: Player,
  now: number,
  push: (at: number) => void,
  measured: Measured,
  from: number,
): void {
  const { entries, pushes } = player.source;
  if (!pushes) return;
  for (let it = player.heard; it < entries.length && (entries[it] ?? 0) <= now; it += 1) {
    const published = entries[it] ?? 0;
    const at = pushes[it] ?? now;
    if (at < now && find(player.source, it, at)) {
      if (published >= from) addDelay(measured, at - published);
      push(at);
      if (player.due < now) return;
    }
    if (it === player.heard && published < now - LATEST_PUSH_MS) player.heard += 1;
  }
}

function poll(player: Player, measured: Measured, from: number): Found {
  const { source, due: at } = player;
  const { outages, entries, window } = source;
  while ((outages[player.outage]?.to ?? Number.POSITIVE_INFINITY) <= at) player.outage += 1;
  const isOut = (outages[player.outage]?.from ?? Number.POSITIVE_INFINITY) <= at;
  if (isOut) {
    player.failures += 1;
    return { at, ok: false, added: 0, elsewhere: 0, shown: 0, failures: player.failures };
  }
  player.failures = 0;
  const first = player.seen;
  let place = first;
  while (place < entries.length && (entries[place] ?? 0) <= at) place += 1;
  const shown = Math.min(place, window);
  let added = 0;
  let elsewhere = 0;
  for (let it = Math.max(first, place - window); it < place; it += 1) {
    if (!find(source, it, at)) {
      if ((source.pushes?.[it] ?? at) >= at) elsewhere += 1;
      continue;
    }
    added += 1;
    const published = entries[it] ?? 0;
    if (published >= from) addDelay(measured, at - published);
  }
  player.seen = place;
  return { at, ok: true, added, elsewhere, shown, failures: 0 };
}

/** Whether nobody has found it before; from now on somebody has. */
function find({ known, ids }: Source, place: number, at: number): boolean {
  const id = ids[place] ?? -1;
  if (known[id] !== 0) return false;
  known[id] = at;
  return true;
}

/** Counts what a source published, and was pushed out of its window before anybody looked. */
export function countMissed({ source, seen }: Player, measured: Measured, from: number): void {
  const { entries, window, known, ids } = source;
  for (let it = 0; it < seen; it += 1) {
    const published = entries[it] ?? 0;
    if (published < from || known[ids[it] ?? -1] !== 0) continue;
    if (isHidden(source, published, entries[it + window] ?? published)) measured.hidden += 1;
    else measured.missed += 1;
  }
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
