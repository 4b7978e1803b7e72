const UNITS: Readonly<Record<string, number>> = {
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 7 * 86_400_000,
};

/**
 * An instant as operators type it: a date or time of ISO 8601, or so many seconds, minutes, hours, days or weeks ago (`30s`, `90m`,
 * `12h`, `3d`, `1w`);
 * null for anything else.
 */
export function readSince(text: string, now: number): Date | null {
  const [, count, unit = ''] = /^(\d{1,6})([smhdw])$/i.exec(text) ?? [];
  const at = count
    ? new Date(now - Number(count) * (UNITS[unit.toLowerCase()] ?? 0))
    : new Date(isDay(/^\d{4}-\d\d-\d\d/.exec(text)?.[0]) ? text : Number.NaN);
  return Number.isNaN(at.getTime()) ? null : at;
}

/** False for 30 February too, which `Date` takes for a day of March. */
function isDay(day: string | undefined): boolean {
  const at = new Date(day ?? Number.NaN);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === day;
}
