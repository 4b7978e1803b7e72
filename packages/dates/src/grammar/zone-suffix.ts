import { ZONES_IN_CAPITALS } from '../words/zone-words.ts';
import type { Token } from './lex.ts';
import { isMark, MALFORMED, two } from './token-tests.ts';

const MAX_OFFSET = 14 * 60 + 59;

/** Whether a word with a zone among its meanings stands for it here. */
export function isZoneWord({ text, upper }: Token): boolean {
  return upper || !ZONES_IN_CAPITALS.has(text);
}

interface Zone {
  readonly offset: number | string;
  readonly end: number;
}

/** A zone by name, by the name of a place, by offset, or by name and offset ("GMT+0100"), in brackets or not. */
export function readZone(
  tokens: readonly Token[],
  from: number,
): Zone | typeof MALFORMED | undefined {
  const bracket = isMark(tokens[from], '(') || isMark(tokens[from], '[');
  // «18h30, heure de Paris»; behind other zones' commas another sentence may begin.
  const comma = isMark(tokens[from], ',') && typeof tokens[from + 1]?.word?.zone === 'string';
  const start = bracket || comma ? from + 1 : from;
  const named = tokens[start]?.word?.zone;
  let i = start;
  let base = 0;
  if (named !== undefined && isZoneWord(tokens[i] as Token)) {
    i++;
    if (typeof named === 'string') return { offset: named, end: closing(tokens, i, bracket) };
    base = named;
    const other = isMark(tokens[i], '/') ? tokens[i + 1]?.word?.zone : undefined;
    if (typeof other === 'number') {
      base = other;
      i += 2;
    }
  }
  const hasName = i > start;
  if (comma) return undefined;
  // «--0100»: a program put a sign before a number that had one.
  if (isMark(tokens[i], '-') && isMark(tokens[i + 1], '-') && tokens[i + 1]?.glued) i++;
  const sign = tokens[i];
  if (sign?.kind === 'mark' && /^[+\u2212-]$/.test(sign.text)) {
    const signed = signedOffset(tokens, i, hasName || sign.text === '+');
    if (signed === MALFORMED) return MALFORMED;
    if (signed) {
      // «CET+01:00» says it twice, «MSK+2» is two hours further.
      const offset = signed.offset === base ? base : base + signed.offset;
      return { offset, end: closing(tokens, signed.end, bracket) };
    }
  }
  return hasName ? { offset: base, end: closing(tokens, i, bracket) } : undefined;
}

function closing(tokens: readonly Token[], i: number, bracket: boolean): number {
  return bracket && (isMark(tokens[i], ')') || isMark(tokens[i], ']')) ? i + 1 : i;
}

interface Offset {
  readonly offset: number;
  readonly end: number;
}

/** +0100, -01:00, +1, and (after a zone's name or a plus) + 01:00 with a space. */
function signedOffset(
  tokens: readonly Token[],
  i: number,
  certain: boolean,
): Offset | typeof MALFORMED | undefined {
  const digits = tokens[i + 1];
  if (digits?.kind !== 'number') {
    return certain && digits?.glued && digits.kind === 'word' ? MALFORMED : undefined;
  }
  if (!digits.glued && !certain) return undefined;
  const negative = tokens[i]?.text !== '+';
  let hours: number;
  let minutes = 0;
  let end = i + 2;
  if (digits.text.length === 4 || digits.text.length === 3) {
    // "- 2024" behind a time is a year, not an offset.
    if (digits.value > 1500) return undefined;
    hours = Math.floor(digits.value / 100);
    minutes = digits.value % 100;
  } else if (digits.text.length <= 2) {
    hours = digits.value;
    if (isMark(tokens[end], ':')) {
      if (!two(tokens[end + 1], 60)) return MALFORMED;
      minutes = (tokens[end + 1] as Token).value;
      end += 2;
    } else if (!certain && tokens[end]?.kind === 'mark' && tokens[end]?.glued) return undefined;
    // «10:14-26 مايو»: the dash parts the time from its day.
    else if (!certain && tokens[end]?.word?.months !== undefined) return undefined;
  } else return undefined;
  const total = hours * 60 + minutes;
  if (minutes > 59 || total > MAX_OFFSET) return MALFORMED;
  return { offset: negative ? -total : total, end };
}
