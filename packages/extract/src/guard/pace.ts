import { addTo, NO_SPREAD, type Spread } from './spread.ts';

/** How fast pages come. */
export interface Pace {
  /** When the latest few came, the oldest first. */
  readonly latest: readonly number[];
  /** The logarithm of the time that so many take. */
  readonly span: Spread;
}

export const NO_PACE: Pace = { latest: [], span: NO_SPREAD };

const PAGES = 12;
const KNOWN = 50;
/** So much faster than a quick day is nothing. */
const HURRY = 1.5;
const LEAST_MS = 1_000;

/** Counts a page that came at `at`. A day of hurry teaches as a quick one does, so that it is not soon the usual. */
export function addPace({ latest, span }: Pace, at: number): Pace {
  const next = [...latest, at].slice(-PAGES);
  if (next.length < PAGES) return { latest: next, span };
  const took = spanOf(next);
  return { latest: next, span: addTo(span, span.n < KNOWN ? took : Math.max(took, quick(span))) };
}

/** How many times as fast as on a quick day pages come; 1 for what is usual. */
export function hurryOf({ latest, span }: Pace): number {
  if (span.n < KNOWN || latest.length < PAGES) return 1;
  const times = Math.exp(quick(span) - spanOf(latest));
  return times < HURRY ? 1 : times;
}

const quick = ({ mean, variance }: Spread): number => mean - Math.sqrt(variance);

/** Several processes share a past, so that pages are not always in order. */
const spanOf = (latest: readonly number[]): number =>
  Math.log(Math.max(LEAST_MS, Math.max(...latest) - Math.min(...latest)));
