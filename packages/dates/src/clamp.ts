import type { ParsedDate } from './types.ts';

/** Clocks of publishers run ahead a little; more than this is a wrong zone or a wrong date. */
const DEFAULT_SKEW_MS = 5 * 60_000;

/**
 * Keeps an instant from lying in the future: later than `now` plus the skew becomes `now`, with its
 * confidence lowered, and says so.
 */
export function clampToNow(
  date: ParsedDate,
  now: Date,
  skewMs: number = DEFAULT_SKEW_MS,
): ParsedDate & { readonly clamped: boolean } {
  if (Date.parse(date.instant) <= now.getTime() + skewMs) return { ...date, clamped: false };
  const instant = `${now.toISOString().slice(0, 19)}Z`;
  const confidence = Math.min(date.confidence, 0.3);
  return { ...date, instant, precision: 'approx', confidence, clamped: true };
}
