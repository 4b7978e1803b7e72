import type { DayContext } from './day-found.ts';
import type { Token } from './lex.ts';

/** A number among the tokens that may be a day or a year. */
export interface Part {
  readonly value: number;
  readonly start: number;
  readonly end: number;
  readonly digits: number;
}

const SEPARATOR = /^[./,،\-–—−_|('’)º°:;]$/u;

export const isDay = (token: Token) =>
  token.text.length <= 2 && token.value >= 1 && token.value <= 31;
export const isYear = (token: Token) => token.text.length === 4 && token.value >= 1000;

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

export function numberAfter(
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

export function shortYearAfter(tokens: readonly Token[], from: number, context: DayContext) {
  const k = skip(tokens, from, 1, context);
  const token = tokens[k];
  if (token?.kind !== 'number' || token.text.length !== 2 || context.taken[k]) return undefined;
  // A two-digit number that something else claims is no year: "3 mai 24 heures".
  const next = tokens[k + 1];
  if (next?.kind === 'word' && !next.word?.filler && next.word?.mark !== 'clock') return undefined;
  const value = token.value + (token.value < 70 ? 2000 : 1900);
  return { value, start: k, end: k + 1, digits: 2 };
}

export function dayBefore(
  tokens: readonly Token[],
  from: number,
  context: DayContext,
): Part | undefined {
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

export function yearBefore(
  tokens: readonly Token[],
  from: number,
  context: DayContext,
): Part | undefined {
  const k = skip(tokens, from - 1, -1, context);
  const token = tokens[k];
  if (token?.kind !== 'number' || context.taken[k] || !isYear(token)) return undefined;
  return { value: token.value, start: k, end: k + 1, digits: 4 };
}
