import { readSince } from '@nashra/dates';
import { InvalidArgumentError } from 'commander';

/** Reads an instant: a date or time of ISO 8601, or so many seconds, minutes, hours, days or weeks ago (`90m`, `12h`, `3d`, `2w`). */
export function instant(text: string, now = Date.now()): Date {
  const at = readSince(text, now);
  if (at) return at;
  throw new InvalidArgumentError('a date like 2026-03-01, or an age like 12h or 3d is wanted');
}
