import { InvalidArgumentError } from 'commander';

const UNITS: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

/** Reads an instant: a date or time of ISO 8601, or so many minutes, hours or days ago (`90m`, `12h`, `3d`). */
export function instant(text: string, now = Date.now()): Date {
  const [, count, unit = ''] = /^(\d{1,6})([mhd])$/.exec(text) ?? [];
  const at = count
    ? new Date(now - Number(count) * (UNITS[unit] ?? 0))
    : new Date(/^\d{4}-\d\d-\d\d/.test(text) ? text : Number.NaN);
  if (!Number.isNaN(+at)) return at;
  throw new InvalidArgumentError('a date like 2026-03-01, or an age like 12h or 3d is wanted');
}
