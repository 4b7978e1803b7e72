import type { Calendar, ClockTime, ParsedDate, Pattern, Precision } from './types.ts';
import { instantOf } from './zone.ts';

/** What a rule read, before its zone is applied: a wall-clock day and time, or an instant. */
export type Reading = {
  readonly precision: Precision;
  readonly confidence: number;
  readonly calendar: Calendar;
  readonly pattern: Pattern;
} & (
  | { readonly ms: number; readonly day?: undefined }
  | { readonly day: number; readonly clock?: ClockTime | undefined }
);

/** Applies the zone and writes the instant. */
export function toParsed(reading: Reading, tz: string): ParsedDate | null {
  const { precision, calendar, pattern } = reading;
  const [ms, zone] = instant(reading, tz);
  // Years beyond four digits have another form in ISO 8601, and mean nothing here.
  if (!(ms >= -62_135_596_800_000 && ms < 253_402_300_800_000)) return null;
  const confidence = Math.round(Math.max(0.1, reading.confidence) * 100) / 100;
  return { instant: isoOf(ms), precision, confidence, zone, calendar, pattern };
}

function instant(reading: Reading, tz: string): [ms: number, zone: ParsedDate['zone']] {
  if (reading.day === undefined) return [reading.ms, 'explicit'];
  const { day, clock } = reading;
  if (!clock) return [instantOf(day, tz), 'assumed'];
  const wall = day + ((clock.hour * 60 + clock.minute) * 60 + clock.second) * 1000;
  if (typeof clock.offset === 'string') return [instantOf(wall, clock.offset), 'explicit'];
  if (clock.offset !== undefined) return [wall - clock.offset * 60_000, 'explicit'];
  return [instantOf(wall, tz), 'assumed'];
}

function isoOf(ms: number): string {
  return `${new Date(Math.floor(ms / 1000) * 1000).toISOString().slice(0, 19)}Z`;
}
