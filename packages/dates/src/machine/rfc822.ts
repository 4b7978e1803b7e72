import { dayMs } from '../civil.ts';
import type { MachineDate } from './iso.ts';

const MONTHS: Readonly<Record<string, number>> = {
  jan: 1, feb: 2, mar: 3, apr: 4, may: 5, jun: 6, jul: 7, aug: 8, sep: 9, oct: 10, nov: 11, dec: 12,
}; // biome-ignore format: one year

const STRICT =
  /^(?:[A-Z][a-z]{2}, ?)?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d)(?::(\d\d))? (?:(GMT|UTC?|Z)|([+-])(\d\d)(\d\d))$/;

/** RFC 822 as RFC 5322 corrected it, nothing looser: the form that nearly all feeds have. */
export function parseRfc822(text: string): MachineDate | undefined {
  const match = STRICT.exec(text);
  if (!match) return undefined;
  const month = MONTHS[(match[2] as string).toLowerCase()];
  if (!month) return undefined;
  const day = dayMs({ year: Number(match[3]), month, day: Number(match[1]) });
  const hour = Number(match[4]);
  const minute = Number(match[5]);
  const second = Number(match[6] ?? 0);
  const offset = match[7] ? 0 : Number(match[9]) * 60 + Number(match[10]);
  if (day === undefined || hour > 23 || minute > 59 || second > 60 || offset > 899)
    return undefined;
  const precision = match[6] === undefined ? 'minute' : 'second';
  const signed = match[8] === '-' ? -offset : offset;
  return {
    day,
    clock: { hour, minute, second, precision, offset: signed },
    precision,
    confidence: 0.98,
  };
}
