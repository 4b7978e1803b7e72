import { offsetAt } from '@nashra/dates';
import type { DateEvidence, DateSource } from '../../types.ts';
import { DAY_MS, type DateClaim, dayOf, hasTime, nearDay, sameDay } from './claims.ts';
import { offsetAtLocal, writeInstant } from './zone.ts';

/** What the dates of a page are judged by. */
export interface DateContext {
  /** The publisher's IANA zone, null when the catalog does not know it. */
  readonly zone: string | null;
  /** The zone its country suggests: good enough to catch a lie, not to read every clock by. */
  readonly likelyZone: string | null;
  readonly now: number;
}

/** Clocks run ahead by minutes; more is a planned or a false date. */
const SKEW_MS = 15 * 60_000;

const TRUST: Readonly<Record<DateSource, number>> = {
  'json-ld': 0.88,
  meta: 0.86,
  feed: 0.85,
  time: 0.8,
  visible: 0.72,
  address: 0.6,
};

/** Publication and modification as all claims together make most likely. */
export function settleDates(
  claims: readonly DateClaim[],
  context: DateContext,
): { published: DateEvidence | null; modified: DateEvidence | null } {
  const possible = claims
    .filter((claim) => !isFuture(claim, context))
    .sort((a, b) => a.rank - b.rank);
  const published = possible.filter(({ what }) => what === 'published');
  const modified = possible.filter(({ what }) => what === 'modified');
  const first = pick(published) ?? null;
  const last = modified[0] ?? null;
  return {
    published: first
      ? evidence(sharpen(first, published, context), possible, context, 1)
      : last && evidence(sharpen(last, modified, context), possible, context, 0.6),
    modified: last && evidence(sharpen(last, modified, context), possible, context, 1),
  };
}

/**
 * The declared date, unless what readers see and the address agree on another day, or the address has an earlier one and
 * readers see none.
 */
function pick(published: readonly DateClaim[]): DateClaim | undefined {
  const first = published[0];
  if (first === undefined || first.source === 'address') return first;
  const address = published.find(({ source }) => source === 'address');
  if (first.source === 'visible') return address ? inYearOf(first, address) : first;
  const shown = published.find(({ source }) => source === 'visible');
  if (!address || nearDay(first, address)) return first;
  if (shown && nearDay(shown, address)) return shown;
  // Sites that moved declare the day of the move; their addresses keep the older one.
  return !shown && address.local < first.local ? address : first;
}

/** A day without a year was read as the last that passed: that of the same day and month in the address is meant. */
function inYearOf(shown: DateClaim, address: DateClaim): DateClaim {
  const day = new Date(shown.local);
  const year = new Date(address.local).getUTCFullYear();
  if (year >= day.getUTCFullYear()) return shown;
  day.setUTCFullYear(year);
  return dayOf(day.getTime()) === dayOf(address.local) ? { ...shown, local: day.getTime() } : shown;
}

/**
 * A claim of the same day that knows the time replaces one that does not, if its clock's zone is
 * known too: a day is worth more than an instant that may be hours off.
 */
function sharpen(claim: DateClaim, others: readonly DateClaim[], { zone }: DateContext): DateClaim {
  if (hasTime(claim)) return claim;
  const finer = others.find(
    (other) =>
      hasTime(other) &&
      dayOf(other.local) === dayOf(claim.local) &&
      (zone !== null || (other.offset !== null && other.rank < VAGUE)),
  );
  return finer ?? claim;
}

/** From this rank on a claim may tell another moment of the page's life. */
const VAGUE = 4.7;

function evidence(
  claim: DateClaim,
  all: readonly DateClaim[],
  context: DateContext,
  share: number,
): DateEvidence {
  const written = trueOffset(claim, all, context);
  const kinds = new Set(all.filter((other) => sameDay(claim, other)).map(({ source }) => source));
  const against = all.filter(
    (other) => other.what === claim.what && other.rank < 7 && !nearDay(claim, other),
  ).length;
  const confidence =
    TRUST[claim.source] + 0.05 * (kinds.size - 1) - (kinds.size === 1 && against > 0 ? 0.25 : 0);
  const precision = claim.precision;
  const instant = claim.local - written * 60_000;
  const offset =
    written === 0 && claim.offset === 0 ? readersOffset(instant, all, context) : written;
  return {
    instant: writeInstant(instant, offset, precision === 'minute' ? 'minute' : 'second'),
    precision,
    confidence: Math.round(Math.min(0.99, Math.max(0.1, confidence * share)) * 100) / 100,
    source: claim.source,
  };
}

/** The offset the digits were written in: as declared, unless the page shows that the zone lies. */
function trueOffset(claim: DateClaim, all: readonly DateClaim[], context: DateContext): number {
  const { zone, likelyZone, now } = context;
  const local = zone === null ? null : offsetAtLocal(zone, claim.local);
  if (claim.precision === 'day' || claim.precision === 'approx') return claim.offset ?? local ?? 0;
  const twin = all.find((other) => other.offset && isMinute(other, claim))?.offset;
  if (claim.offset === null) {
    const offset = local ?? twin ?? anyOffset(claim, all) ?? 0;
    // Read as UTC the clocks of the east run ahead of the present.
    if (claim.local - offset * 60_000 <= now || likelyZone === null) return offset;
    return offsetAtLocal(likelyZone, claim.local);
  }
  if (claim.offset !== 0) return claim.offset;
  // «Z» behind digits that the page shows as its readers' time is a lie of the template.
  if (twin) return twin;
  const shown = all.some(
    (other) =>
      other.source === 'visible' &&
      other.offset === null &&
      hasTime(other) &&
      isMinute(other, claim),
  );
  if (!shown) return 0;
  return local ?? (likelyZone === null ? 0 : offsetAtLocal(likelyZone, claim.local));
}

function isMinute(a: DateClaim, b: DateClaim): boolean {
  return Math.floor(a.local / 60_000) === Math.floor(b.local / 60_000);
}

/**
 * The offset of the clock that the page's readers see, for instants that came in UTC: it makes no
 * other instant, but the day it shows is the one the publisher means.
 */
function readersOffset(instant: number, all: readonly DateClaim[], context: DateContext): number {
  const zone = context.zone ?? context.likelyZone;
  if (zone !== null) return offsetAt(zone, instant);
  for (const { local, offset, source, precision } of all) {
    if (offset !== null && offset !== 0 && local - offset * 60_000 === instant) return offset;
    if (source !== 'visible' || offset !== null) continue;
    if (precision === 'day') return hoursTo(instant, local);
    const apart = Math.floor(local / 60_000) - Math.floor(instant / 60_000);
    if (Math.abs(apart) <= MAX_OFFSET && apart % 30 === 0) return apart;
  }
  return 0;
}

const MAX_OFFSET = 14 * 60;

/** The smallest whole hours that bring an instant into a calendar day, 0 when a day apart or more. */
function hoursTo(instant: number, day: number): number {
  const before = day - instant;
  const after = instant - (day + DAY_MS);
  const minutes = before > 0 ? before / 60_000 : after >= 0 ? -(after / 60_000 + 1) : 0;
  const offset = Math.sign(minutes) * Math.ceil(Math.abs(minutes) / 60) * 60;
  return Math.abs(offset) <= MAX_OFFSET ? offset : 0;
}

/** The zone other dates of the page are written in. */
function anyOffset(claim: DateClaim, all: readonly DateClaim[]): number | null {
  const other = all.find(
    ({ offset, local }) => offset !== null && Math.abs(local - claim.local) < 60 * DAY_MS,
  );
  return other?.offset ?? null;
}

/** True when no zone on earth makes the claim a past one; an unsaid zone gets the benefit. */
function isFuture(claim: DateClaim, { now, zone, likelyZone }: DateContext): boolean {
  const guess = zone ?? likelyZone;
  const offset = claim.offset ?? (guess === null ? 14 * 60 : offsetAt(guess, now));
  return claim.local - offset * 60_000 > now + SKEW_MS;
}
