import { dayMs, toGregorian } from '../civil.ts';
import type { Calendar, Civil } from '../types.ts';
import type { MonthRole } from '../words/roles.ts';
import type { Token } from './lex.ts';

export interface DayFound {
  /** In the Gregorian calendar. */
  readonly date: Civil;
  readonly calendar: Calendar;
  readonly pattern: 'named' | 'numeric' | 'yearless';
  readonly start: number;
  readonly end: number;
  readonly confidence: number;
}

export interface DayContext {
  readonly lang: string | undefined;
  readonly tz: string | undefined;
  /** The calendar that a bare year of the 14th or 15th century means. */
  readonly oldYears: 'hijri' | 'jalali';
  /** The day of reading; needed for dates without a year. */
  readonly today: Civil | undefined;
  /** Token indices that times have taken. */
  readonly taken: Uint8Array;
}

const SEPARATOR = /^[./,،\-–—−_|('’)º°:;]$/u;

/** Every date in the tokens, whatever its calendar, in order; one with its year beats one without. */
export function findDays(tokens: readonly Token[], context: DayContext): DayFound[] {
  const days: DayFound[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (context.taken[i]) continue;
    const found = dayAt(tokens, i, context);
    const last = days.at(-1);
    if (!found) continue;
    if (last && found.start < last.end) {
      if (last.pattern !== 'yearless' || found.pattern === 'yearless') continue;
      days.pop();
    }
    days.push(found);
    if (found.pattern !== 'yearless') i = Math.max(i, found.end - 1);
  }
  return days;
}

function dayAt(tokens: readonly Token[], i: number, context: DayContext): DayFound | undefined {
  if ((tokens[i] as Token).kind !== 'number') return named(tokens, i, context);
  return parted(tokens, i, context) ?? chained(tokens, i, context);
}

// ── names of months ────────────────────────────────────────────────────────────

function monthRole(token: Token | undefined, lang: string | undefined): MonthRole | undefined {
  const roles = token?.word?.months;
  if (!roles) return undefined;
  return roles.find((role) => role.lang === lang) ?? roles[0];
}

interface Part {
  readonly value: number;
  readonly start: number;
  readonly end: number;
  readonly digits: number;
}

function named(tokens: readonly Token[], i: number, context: DayContext): DayFound | undefined {
  const role = monthRole(tokens[i], context.lang);
  if (!role) return undefined;
  const span = doubledMonth(tokens, i, role, context);
  const before = dayBefore(tokens, span.start, context);
  const yearAfter = (from: number) => numberAfter(tokens, from, context, isYear);
  if (before) {
    const year = yearAfter(span.end) ?? shortYearAfter(tokens, span.end, context);
    const found = year && build(role, before.value, year, before.start, year.end);
    if (found) return found;
    // Latvian and Kazakh: 2023. gada 3. janvāris.
    const first = year ? undefined : yearBefore(tokens, before.start, context);
    const yearFirst = first && build(role, before.value, first, first.start, span.end);
    if (yearFirst) return yearFirst;
  }
  const after = numberAfter(tokens, span.end, context, isDay);
  if (after) {
    const year = yearAfter(after.end);
    const found = year && build(role, after.value, year, span.start, year.end);
    if (found) return found;
    const first = yearBefore(tokens, span.start, context);
    const yearFirst = first && build(role, after.value, first, first.start, after.end);
    if (yearFirst) return yearFirst;
  }
  if (before) return yearless(role, before.value, before.start, span.end, context);
  return after ? yearless(role, after.value, span.start, after.end, context) : undefined;
}

/** «آب/أغسطس»: one month by two names, or a Hijri marker, counts once. */
function doubledMonth(tokens: readonly Token[], i: number, role: MonthRole, { lang }: DayContext) {
  let end = i + 1;
  let k = end;
  while (tokens[k]?.kind === 'mark' && /^[/()\-–]$/.test((tokens[k] as Token).text)) k++;
  const again = k > end || tokens[k]?.word?.months ? tokens[k]?.word?.months : undefined;
  if (again?.some(({ month, calendar }) => month === role.month && calendar === role.calendar)) {
    end = k + 1;
    if (tokens[end]?.kind === 'mark' && tokens[end]?.text === ')') end++;
  }
  void lang;
  return { start: i, end };
}

const isDay = (token: Token) => token.text.length <= 2 && token.value >= 1 && token.value <= 31;
const isYear = (token: Token) => token.text.length === 4 && token.value >= 1000;

/** Steps over separators, particles and times between the parts of a date. */
function skip(tokens: readonly Token[], from: number, by: 1 | -1, context: DayContext): number {
  let k = from;
  for (let steps = 0; steps < 8; steps++) {
    const token = tokens[k];
    if (!token) break;
    const times = context.taken[k] === 1;
    const filler =
      token.kind === 'word' &&
      !token.word?.months &&
      (token.word?.filler === true || isDatePart(token) || token.word?.weekday !== undefined);
    if (!times && !filler && !(token.kind === 'mark' && SEPARATOR.test(token.text))) break;
    k += by;
  }
  return k;
}

function isDatePart({ word }: Token): boolean {
  return word?.part === 'year' || word?.part === 'month' || word?.part === 'day';
}

function numberAfter(
  tokens: readonly Token[],
  from: number,
  context: DayContext,
  fits: (token: Token) => boolean,
): Part | undefined {
  const k = skip(tokens, from, 1, context);
  const token = tokens[k];
  if (token?.kind !== 'number' || context.taken[k] || !fits(token)) return undefined;
  return { value: token.value, start: k, end: k + 1, digits: token.text.length };
}

function shortYearAfter(tokens: readonly Token[], from: number, context: DayContext) {
  const k = skip(tokens, from, 1, context);
  const token = tokens[k];
  if (token?.kind !== 'number' || token.text.length !== 2 || context.taken[k]) return undefined;
  // A two-digit number that something else claims is no year: "3 mai 24 heures".
  const next = tokens[k + 1];
  if (next?.kind === 'word' && !next.word?.filler && next.word?.mark !== 'clock') return undefined;
  const value = token.value + (token.value < 70 ? 2000 : 1900);
  return { value, start: k, end: k + 1, digits: 2 };
}

function dayBefore(tokens: readonly Token[], from: number, context: DayContext): Part | undefined {
  const k = skip(tokens, from - 1, -1, context);
  const token = tokens[k];
  if (!token || context.taken[k]) return undefined;
  const word = token.word?.dayNumber;
  if (word !== undefined) return { value: word, start: k, end: k + 1, digits: 0 };
  if (token.kind !== 'number' || !isDay(token) || isCounted(tokens, k)) return undefined;
  return { value: token.value, start: k, end: k + 1, digits: token.text.length };
}

/** «n° 15 – janvier 2007»: the number of an issue, not a day. */
function isCounted(tokens: readonly Token[], k: number): boolean {
  return /^[°º#№]$/u.test(tokens[k - 1]?.text ?? '');
}

function yearBefore(tokens: readonly Token[], from: number, context: DayContext): Part | undefined {
  const k = skip(tokens, from - 1, -1, context);
  const token = tokens[k];
  if (token?.kind !== 'number' || context.taken[k] || !isYear(token)) return undefined;
  return { value: token.value, start: k, end: k + 1, digits: 4 };
}

function build(
  { month, calendar, lang }: MonthRole,
  day: number,
  year: Part,
  start: number,
  end: number,
): DayFound | undefined {
  const buddhist = lang === 'th' && year.value > 2400 ? 543 : 0;
  const date = toGregorian(calendar, { year: year.value - buddhist, month, day });
  if (!date) return undefined;
  const confidence = year.digits === 4 ? 0.95 : 0.7;
  return { date, calendar, pattern: 'named', start, end, confidence };
}

/** The year that puts the day nearest before the time of reading, a few days' grace included. */
function yearless(
  { month, calendar }: MonthRole,
  day: number,
  start: number,
  end: number,
  { today }: DayContext,
): DayFound | undefined {
  if (!today || calendar !== 'gregorian') return undefined;
  const now = dayMs(today) as number;
  for (const year of [today.year + 1, today.year, today.year - 1]) {
    const date = { year, month, day };
    const ms = dayMs(date);
    if (ms === undefined || ms > now + 2 * 86_400_000) continue;
    return { date, calendar, pattern: 'yearless', start, end, confidence: 0.6 };
  }
  return undefined;
}

// ── numbers only ───────────────────────────────────────────────────────────────

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

/** Three numbers held together by one kind of separator. */
function chained(tokens: readonly Token[], i: number, context: DayContext): DayFound | undefined {
  const [a, first, b, second, c] = tokens.slice(i, i + 5);
  if (b?.kind !== 'number' || c?.kind !== 'number' || !a) return undefined;
  if (first?.kind !== 'mark' || second?.text !== first.text || !CHAIN.test(first.text))
    return undefined;
  if (context.taken[i + 2] || context.taken[i + 4]) return undefined;
  if (continues(tokens, i - 1, i - 2, context) || continues(tokens, i + 5, i + 6, context))
    return undefined;
  const read = ordered(a, b, c, first.text, context);
  if (!read) return undefined;
  const { calendar, confidence, ...civil } = read;
  const marked = calendarMark(tokens, i + 5) ?? calendar;
  const date = toGregorian(marked, civil);
  if (!date) return undefined;
  return { date, calendar: marked, pattern: 'numeric', start: i, end: i + 5, confidence };
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
  const american = context.lang === 'en' && MONTH_FIRST.test(context.tz ?? '');
  if (b > 12 || (american && a <= 12))
    return plausible(year, a, b, context, b > 12 ? confidence : 0.7);
  return plausible(year, b, a, context, a > 12 || a === b ? confidence : confidence - 0.1);
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
