import { civilAt, dayMs } from './civil.ts';
import { type Clock, findClocks } from './grammar/clock.ts';
import type { DayFound } from './grammar/day-found.ts';
import { findDays } from './grammar/find-days.ts';
import { lex, type Token } from './grammar/lex.ts';
import { findSpan } from './grammar/relative.ts';
import { MALFORMED } from './grammar/token-tests.ts';
import { type Reading, toParsed } from './result.ts';
import type { Civil, ParsedDate, ParseOptions } from './types.ts';
import { offsetAt, zoneOfLanguage } from './zone.ts';

/** How much of a text may stay unexplained around a date. */
export type Strictness = 'whole' | 'within';

/** What a text holds that dates are made of. */
export interface Scene {
  readonly tokens: readonly Token[];
  readonly clocks: readonly Clock[];
  readonly days: readonly DayFound[];
  readonly tz: string;
  readonly ref: number | undefined;
}

/** Reads a date out of what `survey` found, in words of any of the known languages. */
export function readScene(scene: Scene, strictness: Strictness): ParsedDate | null {
  const reading = full(scene, strictness) ?? relative(scene) ?? yearless(scene) ?? dayWord(scene);
  return reading ? toParsed(reading, scene.tz) : null;
}

/** Looks for times and days in a text; undefined where it holds malformed ones, or is no line of text. */
export function survey(text: string, options: ParseOptions): Scene | undefined {
  const tokens = lex(text);
  if (!tokens || tokens.length === 0) return undefined;
  const clocks = findClocks(tokens);
  if (clocks === MALFORMED) return undefined;
  const taken = new Uint8Array(tokens.length);
  for (const { start, end } of clocks) taken.fill(1, start, end);
  const lang = options.lang?.toLowerCase().split(/[-_]/, 1)[0] || undefined;
  const tz = options.tz ?? zoneOfLanguage(lang ?? scriptLanguage(text)) ?? 'UTC';
  const ref = refMs(options.ref);
  const today = ref === undefined ? undefined : civilAt(ref, offsetAt(tz, ref));
  const persian =
    lang === 'fa' || /^Asia\/(Tehran|Kabul)$/.test(tz) || /[\u06f0-\u06f9]/.test(text);
  const oldYears = persian ? 'jalali' : 'hijri';
  // One letter is an initial as well.
  const weekday = tokens.find(({ word, text: it }) => word?.weekday !== undefined && it.length > 1)
    ?.word?.weekday;
  const days = findDays(tokens, { lang, tz: options.tz, oldYears, today, weekday, taken });
  return { tokens, clocks, days, tz, ref };
}

/** Scripts that name their language, for the zone of a text without one. */
function scriptLanguage(text: string): string | undefined {
  if (/\p{sc=Hangul}/u.test(text)) return 'ko';
  return /[\p{sc=Hiragana}\p{sc=Katakana}]/u.test(text) ? 'ja' : undefined;
}

/** Milliseconds since 1970 of the time at which a text was read; undefined for none. */
export function refMs(ref: Date | string | undefined): number | undefined {
  if (ref === undefined) return undefined;
  const ms = typeof ref === 'string' ? Date.parse(ref) : ref.getTime();
  return Number.isFinite(ms) ? ms : undefined;
}

function full(scene: Scene, strictness: Strictness): Reading | undefined {
  const days = scene.days.filter(({ pattern }) => pattern !== 'yearless');
  const day = choose(scene.tokens, days);
  const first = day && isUpdate(scene.tokens, day.start) ? yearFrom(scene, day) : undefined;
  return day && absolute(scene, first ?? day, strictness === 'whole');
}

/** «Published on 3 June, updated on 5 June 2024»: the day that was told before, in the year of the one behind it. */
function yearFrom({ tokens, days }: Scene, updated: DayFound): DayFound | undefined {
  const told = days.find(({ pattern, start }) => pattern === 'yearless' && start < updated.start);
  if (!told || isUpdate(tokens, told.start)) return undefined;
  const { year } = updated.date;
  const dates = [year, year - 1].map((it) => ({ ...told.date, year: it }));
  const latest = dayMs(updated.date) as number;
  const date = dates.find((it) => (dayMs(it) ?? Number.POSITIVE_INFINITY) <= latest);
  return date && { ...told, date };
}

/** A day and a month alone mean a date only where nothing else is said. */
function yearless(scene: Scene): Reading | undefined {
  const [day, another] = scene.days;
  return day && !another ? absolute(scene, day, true) : undefined;
}

function absolute(scene: Scene, day: DayFound, whole: boolean): Reading | undefined {
  const { tokens } = scene;
  const clock = clockFor(scene, day);
  const { broken, unexplained } = judge(tokens, claim(scene, day));
  if (broken || (whole && unexplained > 0)) return undefined;
  const penalty = (weekdayMismatch(tokens, day) ? 0.15 : 0) + Math.min(0.2, unexplained * 0.02);
  return {
    day: dayMs(day.date) as number,
    clock,
    precision: clock?.precision ?? 'day',
    confidence: day.confidence - penalty,
    calendar: day.calendar,
    pattern: day.pattern,
  };
}

/** Years that a text may be published in; the Amazigh ones, beside these, count 950 more. */
const isOurTime = ({ date }: DayFound): boolean => date.year < 2200;

/** The Gregorian one before the others, the date of publishing before that of updating, then the first. */
function choose(tokens: readonly Token[], days: readonly DayFound[]): DayFound | undefined {
  const gregorian = days.filter((day) => day.calendar === 'gregorian' && isOurTime(day));
  const candidates = gregorian.length > 0 ? gregorian : days;
  return candidates.find(({ start }) => !isUpdate(tokens, start)) ?? candidates[0];
}

function isUpdate(tokens: readonly Token[], start: number): boolean {
  for (let i = start - 1; i >= Math.max(0, start - 6); i--) {
    const token = tokens[i] as Token;
    if (token.word?.mark === 'updated') return true;
    if (token.kind === 'number' || token.text === '|') return false;
  }
  return false;
}

/** The nearest time behind the date and before the next one, else the nearest before it. */
function clockFor({ clocks, days }: Scene, day: DayFound): Clock | undefined {
  const within = clocks.find(({ start, end }) => start >= day.start && end <= day.end);
  if (within) return within;
  const others = days.filter((other) => other !== day && other.calendar === day.calendar);
  const behind = clocks.find(({ start }) => start >= day.end && start - day.end <= 14);
  const nextDay = others.find(({ start }) => start >= day.end);
  if (behind && (!nextDay || behind.start < nextDay.start)) return behind;
  const before = clocks.findLast(({ end }) => end <= day.start && day.start - end <= 8);
  const lastDay = others.findLast(({ end }) => end <= day.start);
  return before && (!lastDay || before.start >= lastDay.end) ? before : undefined;
}

function claim({ tokens, clocks, days }: Scene, day: DayFound): Uint8Array {
  const claimed = new Uint8Array(tokens.length);
  for (const { start, end } of clocks) claimed.fill(1, start, end);
  for (const { start, end, pattern } of days) {
    if (pattern !== 'yearless' || day.pattern === 'yearless') claimed.fill(1, start, end);
  }
  const span = findSpan(tokens);
  if (span) for (let i = 0; i < claimed.length; i++) if (span.taken[i]) claimed[i] = 1;
  return claimed;
}

interface Verdict {
  /** Digits and letters that spoil the format itself. */
  readonly broken: boolean;
  readonly unexplained: number;
}

/** Weighs what the rules left over. */
function judge(tokens: readonly Token[], claimed: Uint8Array): Verdict {
  let unexplained = 0;
  let depth = 0;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (token.text === '(' || token.text === '[') depth++;
    else if (token.text === ')' || token.text === ']') depth = Math.max(0, depth - 1);
    if (claimed[i]) continue;
    if (token.kind === 'mark') {
      if (
        token.text === ':' &&
        claimed[i - 1] &&
        tokens[i + 1]?.kind === 'number' &&
        tokens[i + 1]?.glued
      ) {
        return { broken: true, unexplained };
      }
      if (/[+]/.test(token.text) && claimed[i - 1]) return { broken: true, unexplained };
      continue;
    }
    const known = token.kind === 'word' && isExplained(token);
    if (known) continue;
    const beforeNumber = tokens[i - 1]?.kind === 'number' && claimed[i - 1] === 1;
    if (token.glued && token.kind === 'word' && beforeNumber) return { broken: true, unexplained };
    // A word before a colon is the label of what follows: «来源:临江晚报», «Source:AFP».
    const colons =
      token.kind === 'number' &&
      tokens[i + 1]?.text === ':' &&
      tokens[i + 1]?.glued &&
      tokens[i + 2]?.glued;
    const glues =
      tokens[i - 1]?.text === '-' && tokens[i - 1]?.glued && token.glued && claimed[i - 2];
    if (colons || (glues && token.kind === 'number')) return { broken: true, unexplained };
    // A comment in brackets behind the date explains itself: (مكة المكرمة).
    if (depth === 0 || i === 0) unexplained++;
  }
  return { broken: false, unexplained };
}

function isExplained({ word }: Token): boolean {
  if (!word) return false;
  return (
    word.filler === true ||
    word.weekday !== undefined ||
    word.mark !== undefined ||
    word.zone !== undefined ||
    word.part !== undefined
  );
}

/** The first weekday named, when it is not the date's. */
function weekdayMismatch(tokens: readonly Token[], day: DayFound): boolean {
  const named = tokens.find(
    ({ word }, i) => word?.weekday !== undefined && !(i >= day.start && i < day.end),
  );
  if (!named) return false;
  return new Date(dayMs(day.date) as number).getUTCDay() !== named.word?.weekday;
}

function relative({ tokens, clocks, ref }: Scene): Reading | undefined {
  if (ref === undefined) return undefined;
  const now = tokens.findIndex(({ word }) => word?.mark === 'now');
  const span = findSpan(tokens);
  const claimed = span?.taken ?? new Uint8Array(tokens.length);
  if (now >= 0) claimed[now] = 1;
  else if (!span) return undefined;
  // "il y a 3 heures" also reads as three o'clock; a time outside the span makes it something else.
  const stray = clocks.filter(({ start }) => !claimed[start]);
  if (!stray.every(({ start }) => isUpdate(tokens, start))) return undefined;
  for (const { start, end } of stray) claimed.fill(1, start, end);
  const verdict = judge(tokens, claimed);
  if (verdict.broken || verdict.unexplained > 0) return undefined;
  const ms = span && now < 0 ? monthsBefore(ref, span.months) - span.ms : ref;
  return { ms, precision: 'approx', confidence: 0.7, calendar: 'gregorian', pattern: 'relative' };
}

function monthsBefore(ms: number, months: number): number {
  if (months === 0) return ms;
  const date = new Date(ms);
  const day = date.getUTCDate();
  date.setUTCDate(1);
  date.setUTCMonth(date.getUTCMonth() - months);
  const last = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
  date.setUTCDate(Math.min(day, last));
  return date.getTime();
}

const DAYS_BACK = { today: 0, yesterday: 1, 'before-yesterday': 2 } as const;

/** "hier à 14h30", «أمس», «اليوم 09:15». */
function dayWord({ tokens, clocks, tz, ref }: Scene): Reading | undefined {
  if (ref === undefined) return undefined;
  const index = tokens.findIndex(({ word }) => word?.mark !== undefined && word.mark in DAYS_BACK);
  if (index < 0) return undefined;
  const back = DAYS_BACK[tokens[index]?.word?.mark as keyof typeof DAYS_BACK];
  const claimed = new Uint8Array(tokens.length);
  claimed[index] = 1;
  for (const { start, end } of clocks) claimed.fill(1, start, end);
  const verdict = judge(tokens, claimed);
  if (verdict.broken || verdict.unexplained > 0) return undefined;
  const today: Civil = civilAt(ref, offsetAt(tz, ref));
  const day = (dayMs(today) as number) - back * 86_400_000;
  const clock = clocks[0];
  const precision = clock?.precision ?? 'day';
  return { day, clock, precision, confidence: 0.75, calendar: 'gregorian', pattern: 'day-word' };
}
