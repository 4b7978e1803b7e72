import { dayMs } from '../civil.ts';
import type { ClockTime, Precision } from '../types.ts';

/** A wall-clock reading of a machine format. */
export interface MachineDate {
  /** Milliseconds of the date's midnight, its digits read as UTC. */
  readonly day: number;
  readonly clock?: ClockTime | undefined;
  readonly precision: Precision;
  readonly confidence: number;
}

const COMMON =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?\s?(?:(Z)|([+-])(\d\d):?(\d\d))?)?$/;

const DATE_FORMS: readonly RegExp[] = [
  /^(?<y>\d{4})-?W(?<w>\d\d)(?:-?(?<wd>[1-7]))?$/,
  /^(?<y>\d{4})-(?<o>\d{3})$/,
  /^(?<y>\d{4})(?<o>\d{3})$/,
  /^(?<y>\d{4})-0?(?<m>\d{1,2})-(?<d>\d{1,2})$/,
  /^(?<y>\d{4})\/(?<m>\d{1,2})\/(?<d>\d{1,2})$/,
  /^(?<y>\d{4})(?<m>\d\d)(?<d>\d\d)$/,
  /^(?<y>\d{4})-(?<m>\d\d)$/,
  /^(?<y>\d{4})$/,
  // ISO 8601:1988 let the century go.
  /^(?<yy>\d\d)-?(?<m>\d\d)-?(?<d>\d\d)$/,
  /^-(?<yy>\d\d)-?(?<m>\d\d)$/,
];

/** Digits alone, as archives and templates stamp: day and time without anything between. */
const STAMP = /^((?:19|20)\d{6})(\d{4}(?:\d\d)?)(Z|[+-]\d\d:?\d\d)?$/;

const TIME =
  /^(\d{1,2})(?::?(\d\d)(?::?(\d\d)(?:[.,]\d{1,12})?)?)?\s?(?:(Z)|(?:UTC|GMT)?([+\u2212-])(\d\d)(?::?(\d\d)(?::00)?)?)?(?:\[[\w/+-]{1,40}\])?$/i;

/** A day of XML Schema may have a zone, `2024-05-03+01:00`; it stays the publisher's day. */
const ZONED_DAY = /^(\d{4}-\d\d-\d\d)(?:Z|[+-]\d\d:\d\d)$/;

/** ISO 8601 and RFC 3339 with the liberties that feeds take; null where a date looks right and is not. */
export function parseIso(text: string): MachineDate | null | undefined {
  const common = COMMON.exec(text) ?? COMMON.exec(text.replace(ZONED_DAY, '$1'));
  if (common) return fromCommon(common);
  const split = /^(-?[\dW/-]+)(?:[Tt]| {1,3})(\d.*)$/.exec(text.replace(STAMP, '$1T$2$3'));
  const date = readDate(split ? (split[1] as string) : text, split !== null);
  if (!date) return undefined;
  if (!split) return date;
  const clock = readTime(split[2] as string);
  if (!clock || date.precision === 'approx') return undefined;
  return { ...date, clock, precision: clock.precision };
}

function fromCommon(match: RegExpExecArray): MachineDate | null {
  const day = dayMs({ year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) });
  if (day === undefined) return null;
  if (match[4] === undefined) return { day, precision: 'day', confidence: 0.98 };
  const offset = offsetOf(match[7], match[8], match[9], match[10]);
  const clock = clockOf(match[4], match[5], match[6], offset);
  return clock && offset !== null
    ? { day, clock, precision: clock.precision, confidence: 0.98 }
    : null;
}

/** Undefined for none, null for one that cannot be. */
function offsetOf(
  zulu: string | undefined,
  sign: string | undefined,
  hours: string | undefined,
  minutes: string | undefined,
): number | null | undefined {
  if (zulu) return 0;
  if (!sign) return undefined;
  const total = Number(hours) * 60 + Number(minutes ?? 0);
  if (total > 14 * 60 + 59 || Number(minutes ?? 0) > 59) return null;
  return sign === '+' ? total : -total;
}

function clockOf(
  hours: string | undefined,
  minutes: string | undefined,
  seconds: string | undefined,
  offset: number | null | undefined,
): ClockTime | undefined {
  const hour = Number(hours);
  const minute = Number(minutes ?? 0);
  const second = Number(seconds ?? 0);
  if (hour > 24 || minute > 59 || second > 60 || offset === null) return undefined;
  if (hour === 24 && (minute > 0 || second > 0)) return undefined;
  return { hour, minute, second, precision: seconds === undefined ? 'minute' : 'second', offset };
}

function readTime(text: string): ClockTime | undefined {
  const match = TIME.exec(text);
  if (!match) return undefined;
  return clockOf(match[1], match[2], match[3], offsetOf(match[4], match[5], match[6], match[7]));
}

function readDate(text: string, timeFollows: boolean): MachineDate | undefined {
  for (const form of DATE_FORMS) {
    const groups = form.exec(text)?.groups;
    if (!groups) continue;
    const day = dayOf(groups);
    if (day === undefined) continue;
    const whole =
      groups['d'] !== undefined || groups['o'] !== undefined || groups['wd'] !== undefined;
    if (timeFollows && !whole) return undefined;
    const confidence = groups['yy'] ? 0.5 : whole ? 0.95 : 0.4;
    return { day, precision: whole ? 'day' : 'approx', confidence };
  }
  return undefined;
}

function dayOf(groups: Record<string, string | undefined>): number | undefined {
  const short = groups['yy'];
  const year = short ? Number(short) + (Number(short) < 70 ? 2000 : 1900) : Number(groups['y']);
  // Bare digits are years only within reason.
  if (groups['m'] === undefined && groups['w'] === undefined && (year < 1900 || year > 2100))
    return undefined;
  if (groups['o'] !== undefined) return ordinalDay(year, Number(groups['o']));
  if (groups['w'] !== undefined)
    return weekDay(year, Number(groups['w']), Number(groups['wd'] ?? 1));
  return dayMs({ year, month: Number(groups['m'] ?? 1), day: Number(groups['d'] ?? 1) });
}

function ordinalDay(year: number, ordinal: number): number | undefined {
  const start = dayMs({ year, month: 1, day: 1 });
  const next = dayMs({ year: year + 1, month: 1, day: 1 });
  if (start === undefined || next === undefined || ordinal < 1) return undefined;
  const day = start + (ordinal - 1) * 86_400_000;
  return day < next ? day : undefined;
}

/** Week 1 is the one with 4 January in it. */
function weekDay(year: number, week: number, weekday: number): number | undefined {
  const fourth = dayMs({ year, month: 1, day: 4 });
  if (fourth === undefined || week < 1 || week > 53) return undefined;
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * 86_400_000;
  return monday + ((week - 1) * 7 + (weekday - 1)) * 86_400_000;
}
