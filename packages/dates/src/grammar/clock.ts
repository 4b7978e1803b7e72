import type { ClockTime } from '../types.ts';
import type { Meridiem } from '../words/roles.ts';
import type { Token } from './lex.ts';
import { gluedNumber, isMark, MALFORMED, small, two } from './token-tests.ts';
import { isZoneWord, readZone } from './zone-suffix.ts';

export interface Clock extends ClockTime {
  readonly start: number;
  /** One past the last token. */
  readonly end: number;
}

/** All times of day in the tokens, in order, or MALFORMED. */
export function findClocks(tokens: readonly Token[]): Clock[] | typeof MALFORMED {
  const clocks: Clock[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    const raw = token.kind === 'number' ? digital(tokens, i) : ordinal(tokens, i);
    if (raw === MALFORMED) return MALFORMED;
    if (!raw) continue;
    const clock = finish(tokens, i, raw);
    if (clock === MALFORMED) return MALFORMED;
    clocks.push(clock);
    i = clock.end - 1;
  }
  return clocks;
}

interface Raw {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly precision: 'minute' | 'second';
  readonly end: number;
  readonly meridiem?: Meridiem;
}

function digital(tokens: readonly Token[], i: number): Raw | typeof MALFORMED | undefined {
  const hour = tokens[i] as Token;
  const next = tokens[i + 1];
  const after = tokens[i + 2];
  if (isMark(next, ':') && after?.kind === 'number') return colonTime(tokens, i);
  if (!small(hour, 25)) return undefined;
  const part = next?.word?.part;
  if (part === 'hour') return partedTime(tokens, i);
  if (isMark(next, '.') && next?.glued && two(after, 60) && after.glued) {
    return dottedTime(tokens, i);
  }
  // «الساعة 18 و 20 دقيقة»
  const isSaid = tokens[i - 1]?.word?.mark === 'clock' && next?.text === 'و';
  if (isSaid && small(after, 60) && tokens[i + 3]?.word?.part === 'minute')
    return { hour: hour.value, minute: after.value, second: 0, precision: 'minute', end: i + 4 };
  const meridiem = next?.word?.meridiem;
  if (meridiem && hour.value >= 1 && hour.value <= 12 && bareHourAllowed(tokens, i)) {
    return { hour: hour.value, minute: 0, second: 0, precision: 'minute', end: i + 1 };
  }
  return undefined;
}

/** "5 PM", «الساعة 5 مساءً»; but a lone م or ص behind a number is an abbreviation too often. */
function bareHourAllowed(tokens: readonly Token[], i: number): boolean {
  const meridiem = (tokens[i + 1] as Token).text;
  if (tokens[i - 1]?.word?.mark === 'clock') return true;
  if (isMark(tokens[i - 1], '.') || isMark(tokens[i - 1], ',')) return false;
  return meridiem.length > 2 || meridiem === 'am' || meridiem === 'pm';
}

function colonTime(tokens: readonly Token[], i: number): Raw | typeof MALFORMED {
  const hour = tokens[i] as Token;
  const minute = tokens[i + 2];
  if (!small(hour, 25) || !two(minute, 60)) return MALFORMED;
  let end = i + 3;
  let second = 0;
  let precision: Raw['precision'] = 'minute';
  if (isMark(tokens[end], ':') && tokens[end + 1]?.kind === 'number') {
    const seconds = tokens[end + 1];
    // A single digit, as programs write that do not pad; of minutes it would be a score.
    if (!small(seconds, 61)) return MALFORMED;
    second = seconds.value;
    precision = 'second';
    end += 2;
    if ((isMark(tokens[end], '.') || isMark(tokens[end], ',')) && gluedNumber(tokens, end + 1))
      end += 2;
    if (isMark(tokens[end], ':') && tokens[end + 1]?.kind === 'number') return MALFORMED;
  }
  if (isMark(tokens[end], ':') && tokens[end + 1]?.glued && tokens[end + 1]?.kind === 'number') {
    return MALFORMED;
  }
  if (hour.value === 24 && (minute.value > 0 || second > 0)) return MALFORMED;
  return { hour: hour.value, minute: minute.value, second, precision, end };
}

/** 14h30, 14 Uhr 30, 15時20分, 3시 20분 10초. */
function partedTime(tokens: readonly Token[], i: number): Raw | undefined {
  const hour = tokens[i] as Token;
  if (hour.value > 24) return undefined;
  let end = i + 2;
  let minute = 0;
  let second = 0;
  let precision: Raw['precision'] = 'minute';
  if (isMark(tokens[end], '.') && tokens[end]?.glued && two(tokens[end + 1], 60)) end++;
  if (
    two(tokens[end], 60) ||
    (small(tokens[end], 60) && tokens[end + 1]?.word?.part === 'minute')
  ) {
    minute = (tokens[end] as Token).value;
    end++;
    if (tokens[end]?.word?.part === 'minute') end++;
    if (small(tokens[end], 60) && tokens[end + 1]?.word?.part === 'second') {
      second = (tokens[end] as Token).value;
      precision = 'second';
      end += 2;
    }
  }
  return { hour: hour.value, minute, second, precision, end };
}

/** 14.30 where something says that it is a time: kl., klo, alle, Uhr, a zone, am/pm, or a year before it. */
function dottedTime(tokens: readonly Token[], i: number): Raw | undefined {
  const hour = tokens[i] as Token;
  const minute = tokens[i + 2] as Token;
  let end = i + 3;
  if (isMark(tokens[end], '.') && gluedNumber(tokens, end + 1)) {
    if (!two(tokens[end + 1], 60) || tokens[end + 1]?.text.length !== 2) return undefined;
    // 14.30.05 stands behind a year only; elsewhere it is a date.
    if (!follows(tokens, i)) return undefined;
    end += 2;
  }
  const before = tokens[i - 1];
  const behind = tokens[end]?.word;
  const said =
    before?.word?.mark === 'clock' ||
    (isMark(before, '.') && tokens[i - 2]?.word?.mark === 'clock') ||
    behind?.part === 'hour' ||
    behind?.zone !== undefined ||
    (behind?.meridiem !== undefined && hour.value <= 12) ||
    follows(tokens, i);
  if (!said || hour.value > 23) return undefined;
  if (behind?.part === 'hour') end++;
  return { hour: hour.value, minute: minute.value, second: 0, precision: 'minute', end };
}

/** Whether a year and nothing but a comma or dash stands before the number. */
function follows(tokens: readonly Token[], i: number): boolean {
  let k = i - 1;
  while (tokens[k]?.kind === 'mark' && /[,|–—-]/.test((tokens[k] as Token).text)) k--;
  const year = tokens[k];
  if (year?.kind === 'number' && year.text.length === 2) {
    const chain = [tokens[k - 1]?.text, tokens[k - 3]?.text];
    return chain[0] === '/' && chain[1] === '/';
  }
  return (
    year?.kind === 'number' && year.text.length === 4 && year.value > 1900 && year.value < 2200
  );
}

/** «الساعة الثالثة والنصف», «الخامسة إلا ربعا»: an ordinal behind the word for hour. */
function ordinal(tokens: readonly Token[], i: number): Raw | undefined {
  const hour = tokens[i]?.word?.hour;
  if (hour === undefined || tokens[i - 1]?.word?.mark !== 'clock') return undefined;
  let end = i + 1;
  if (tokens[end]?.word?.mark === 'and') end++;
  let minute = tokens[end]?.word?.minutes ?? 0;
  if (minute !== 0) end++;
  else if (small(tokens[end], 60) && tokens[end + 1]?.word?.part === 'minute') {
    minute = (tokens[end] as Token).value;
    end += 2;
  } else end = i + 1;
  const total = hour * 60 + minute;
  return { hour: Math.floor(total / 60), minute: total % 60, second: 0, precision: 'minute', end };
}

/** Adds the meridiem and the zone around a raw time. */
function finish(tokens: readonly Token[], start: number, raw: Raw): Clock | typeof MALFORMED {
  let { hour, end } = raw;
  let first = start;
  let meridiem = tokens[end]?.word?.meridiem;
  if (meridiem) end++;
  else {
    const before = tokens[start - 1];
    if (before?.word?.meridiem && isLeadingMeridiem(tokens, start - 1)) {
      meridiem = before.word.meridiem;
      first = start - 1;
    }
  }
  hour = shifted(hour, meridiem);
  const zone = readZone(tokens, end);
  if (zone === MALFORMED) return MALFORMED;
  let offset = zone?.offset;
  if (zone) end = zone.end;
  else {
    const before = tokens[first - 1];
    if (before?.word?.zone !== undefined && isZoneWord(before)) {
      offset = before.word.zone;
      first--;
    }
  }
  const { minute, second, precision } = raw;
  return { hour, minute, second, precision, offset, start: first, end };
}

/** 오후, 下午 and «مساء» may lead; Latin abbreviations and a lone م (of the year) never do. */
function isLeadingMeridiem(tokens: readonly Token[], i: number): boolean {
  const { text, glued } = tokens[i] as Token;
  if (text.length < 2 || /^[a-z]/.test(text)) return false;
  return !(glued && tokens[i - 1]?.kind === 'number' && !/^\p{sc=Hangul}|^\p{sc=Han}/u.test(text));
}

function shifted(hour: number, meridiem: Meridiem | undefined): number {
  if (!meridiem || hour > 12) return hour;
  if (meridiem === 'am') return hour === 12 ? 0 : hour;
  if (meridiem === 'pm') return hour === 12 ? 12 : hour + 12;
  if (meridiem === 'noon') return hour < 5 ? hour + 12 : hour;
  return hour === 12 ? 0 : hour < 5 ? hour : hour + 12;
}
