import { dayMs, toGregorian } from '../civil.ts';
import type { Calendar, Civil } from '../types.ts';
import type { MonthRole } from '../words/roles.ts';
import { isDay } from './date-parts.ts';
import { type DayContext, type DayFound, yearless } from './day-found.ts';
import type { Token } from './lex.ts';

/** A date in numbers only, the first of which stands at `i`. */
export function numericDay(
  tokens: readonly Token[],
  i: number,
  context: DayContext,
): DayFound | undefined {
  return parted(tokens, i, context) ?? chained(tokens, i, context) ?? paired(tokens, i, context);
}

/** 2024年5月3日, 2024년 5월 3일, 5月3日. */
function parted(tokens: readonly Token[], i: number, context: DayContext): DayFound | undefined {
  const part = (k: number) => tokens[k + 1]?.word?.part;
  const number = (k: number) =>
    tokens[k]?.kind === 'number' ? (tokens[k] as Token).value : Number.NaN;
  if (part(i) === 'year' && part(i + 2) === 'month' && part(i + 4) === 'day') {
    const date = { year: number(i), month: number(i + 2), day: number(i + 4) };
    if (dayMs(date) === undefined) return undefined;
    return {
      date,
      calendar: 'gregorian',
      pattern: 'numeric',
      start: i,
      end: i + 6,
      confidence: 0.95,
    };
  }
  if (part(i) === 'month' && part(i + 2) === 'day') {
    const role: MonthRole = { month: number(i), calendar: 'gregorian', lang: '' };
    return yearless(role, number(i + 2), i, i + 4, context);
  }
  return undefined;
}

const CHAIN = /^[/.\-–—−,،]$/u;
/** Marks that part other things too: the numbers must have all their digits. */
const DRAWN = /^[|·•]$/u;

const isChain = (mark: string, [a, b, c]: readonly Token[]): boolean =>
  CHAIN.test(mark) ||
  (DRAWN.test(mark) && a?.text.length === 2 && b?.text.length === 2 && c?.text.length === 4);

/** Three numbers held together by one kind of separator. */
function chained(tokens: readonly Token[], i: number, context: DayContext): DayFound | undefined {
  const [a, first, b, second, c] = tokens.slice(i, i + 5);
  if (b?.kind !== 'number' || c?.kind !== 'number' || !a) return undefined;
  if (first?.kind !== 'mark' || second?.text !== first.text || !isChain(first.text, [a, b, c]))
    return undefined;
  if (context.taken[i + 2] || context.taken[i + 4]) return undefined;
  if (continues(tokens, i - 1, i - 2, context) || continues(tokens, i + 5, i + 6, context))
    return undefined;
  const read = ordered(a, b, c, first.text, { ...context, weekday: weekdayBefore(tokens, i) });
  if (!read) return undefined;
  const { calendar, confidence, ...civil } = read;
  const marked = calendarMark(tokens, i + 5) ?? calendar;
  const date = toGregorian(marked, civil);
  if (!date) return undefined;
  return { date, calendar: marked, pattern: 'numeric', start: i, end: i + 5, confidence };
}

/** "Do, 07.05 13:18", "Le 12/02 à 11:30": day and month in numbers, where a time of day stands too. */
function paired(tokens: readonly Token[], i: number, context: DayContext): DayFound | undefined {
  const [day, separator, month] = tokens.slice(i, i + 3);
  if (!context.taken.includes(1) || !day || !isDay(day)) return undefined;
  if (separator?.kind !== 'mark' || !/^[/.]$/.test(separator.text)) return undefined;
  if (month?.kind !== 'number' || month.text.length > 2 || context.taken[i + 2]) return undefined;
  if (continues(tokens, i - 1, i - 2, context) || continues(tokens, i + 3, i + 4, context))
    return undefined;
  // «4.1K»: how often it was seen.
  const behind = tokens[i + 3];
  if (behind?.kind === 'word' && behind.glued && behind.text.length === 1) return undefined;
  const role: MonthRole = { month: month.value, calendar: 'gregorian', lang: '' };
  return yearless(role, day.value, i, i + 3, context);
}

/** Whether the chain goes on beyond three numbers: a version, an address, a list. */
function continues(
  tokens: readonly Token[],
  separator: number,
  number: number,
  { taken }: DayContext,
) {
  const mark = tokens[separator];
  const beyond = tokens[number];
  if (mark?.kind !== 'mark' || !/^[/.\-:]$/.test(mark.text) || taken[number]) return false;
  if (beyond?.kind !== 'number') return false;
  const tight =
    number > separator ? mark.glued && beyond.glued : mark.glued && tokens[separator + 1]?.glued;
  return tight === true;
}

function calendarMark(tokens: readonly Token[], i: number): Calendar | undefined {
  const mark = tokens[i]?.word?.mark;
  return mark === 'hijri' || mark === 'jalali' || mark === 'gregorian' ? mark : undefined;
}

type Reading = Civil & { readonly calendar: Calendar; readonly confidence: number };

function ordered(
  a: Token,
  b: Token,
  c: Token,
  separator: string,
  context: DayContext,
): Reading | undefined {
  const short = (token: Token) => token.text.length <= 2;
  if (a.text.length === 4 && short(b) && short(c)) {
    return plausible(a.value, b.value, c.value, context, 0.95);
  }
  if (c.text.length === 4 && short(a) && short(b)) {
    return dayAndMonth(a.value, b.value, c.value, context, 0.9);
  }
  if (!short(a) || !short(b) || c.text.length !== 2 || separator === ',') return undefined;
  // ISO 8601:1988 wrote 03-12-31; a visible date writes the year last.
  const yearFirst =
    YEAR_FIRST.has(context.lang ?? '') || (separator === '-' && !context.lang && !context.tz);
  if (a.text.length === 2 && yearFirst) {
    const iso = plausible(century(a.value), b.value, c.value, context, 0.5);
    if (iso && iso.month === b.value && dayMs(iso) !== undefined) return iso;
  }
  return dayAndMonth(a.value, b.value, century(c.value), context, 0.6);
}

/** Languages whose short dates start with the year. */
const YEAR_FIRST: ReadonlySet<string> = new Set(['ko', 'ja', 'zh', 'hu', 'lt', 'eu']);

const century = (year: number) => year + (year < 70 ? 2000 : 1900);

/** Zones whose English writes the month first. */
const MONTH_FIRST =
  /^(America\/(New_York|Chicago|Denver|Los_Angeles|Phoenix|Detroit|Anchorage|Boise)|US\/|Pacific\/Honolulu)/;

function dayAndMonth(a: number, b: number, year: number, context: DayContext, confidence: number) {
  const told = orderByWeekday(a, b, year, context.weekday);
  if (told !== undefined) return plausible(year, told ? a : b, told ? b : a, context, confidence);
  const american = context.lang === 'en' && MONTH_FIRST.test(context.tz ?? '');
  if (b > 12 || (american && a <= 12))
    return plausible(year, a, b, context, b > 12 ? confidence : 0.7);
  return plausible(year, b, a, context, a > 12 || a === b ? confidence : confidence - 0.1);
}

/** The weekday right before a date, with a mark between or none. */
function weekdayBefore(tokens: readonly Token[], i: number): number | undefined {
  const before = tokens[i - 1];
  const token = before?.kind === 'mark' && /^[,،.]$/u.test(before.text) ? tokens[i - 2] : before;
  // One letter is an initial as well.
  return token && token.text.length > 1 ? token.word?.weekday : undefined;
}

/** Whether the month stands first, as the weekday beside has it: «Wed, 07/02/2014»; undefined where both orders or none are on that day. */
function orderByWeekday(a: number, b: number, year: number, weekday: number | undefined) {
  if (weekday === undefined || a > 12 || b > 12) return undefined;
  const isOn = (month: number, day: number): boolean =>
    new Date(Date.UTC(year, month - 1, day)).getUTCDay() === weekday;
  return isOn(a, b) === isOn(b, a) ? undefined : isOn(a, b);
}

function plausible(
  year: number,
  month: number,
  day: number,
  { oldYears }: DayContext,
  confidence: number,
): Reading | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const old = year >= 1300 && year < 1500;
  if (!old && (year < 1900 || year > 2200)) return undefined;
  return { year, month, day, calendar: old ? oldYears : 'gregorian', confidence };
}
