import type { Unit } from '../words/roles.ts';
import type { Token } from './lex.ts';

/** A span of time before the moment of reading. */
export interface Span {
  /** Calendar months: a year counts twelve. */
  readonly months: number;
  readonly ms: number;
  /** Tokens it took. */
  readonly taken: Uint8Array;
}

const MS: Readonly<Record<Exclude<Unit, 'month' | 'year'>, number>> = {
  second: 1000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
};

interface Quantity {
  readonly count: number;
  readonly unit: Unit;
  readonly end: number;
}

/** "il y a 3 heures", «منذ ساعة و 5 دقائق», "2 hours ago"; the first one in the tokens. */
export function findSpan(tokens: readonly Token[]): Span | undefined {
  const since = tokens.findIndex(({ word }) => word?.mark === 'since' || word?.mark === 'beside');
  const ago = tokens.findLastIndex(({ word }) => word?.mark === 'ago' || word?.mark === 'beside');
  for (let i = 0; i < tokens.length; i++) {
    const led = since >= 0 && since < i && onlyFillers(tokens, since + 1, i);
    const quantities = chain(tokens, i);
    const last = quantities.at(-1);
    if (!last) continue;
    // Hungarian says it in the unit itself: "3 órája".
    const followed = ago >= last.end - 1 && onlyFillers(tokens, last.end, ago);
    if (!led && !followed) continue;
    const taken = new Uint8Array(tokens.length);
    taken.fill(1, led ? since : i, followed ? ago + 1 : last.end);
    return { ...total(quantities), taken };
  }
  return undefined;
}

function onlyFillers(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const token = tokens[i] as Token;
    if (token.word?.filler || token.word?.mark === 'since') continue;
    if (token.kind === 'mark' && /[:.،,~]/.test(token.text)) continue;
    return false;
  }
  return true;
}

function quantity(tokens: readonly Token[], i: number): Quantity | undefined {
  const token = tokens[i];
  if (!token) return undefined;
  const count = token.kind === 'number' ? token.value : token.word?.number;
  if (count !== undefined) {
    if (token.kind === 'number' && token.text.length > 4) return undefined;
    const compound = tensAndOnes(tokens, i, count);
    let at = compound.end;
    let extra = 0;
    if (tokens[at]?.word?.mark === 'and' && tokens[at + 1]?.word?.minutes === 30) {
      extra = 0.5;
      at += 2;
    }
    // Romanian: 25 de minute.
    if (tokens[at]?.text === 'de') at++;
    const unit = tokens[at]?.word?.unit;
    if (unit)
      return { count: (compound.count + extra) * (unit.count ?? 1), unit: unit.unit, end: at + 1 };
  }
  const unit = token.word?.unit;
  // A bare unit counts one, unless it is a letter only.
  if (!unit || token.text.length < 2) return undefined;
  const after = tokens[i + 1];
  // Swahili counts behind the noun: "masaa 3 yaliyopita".
  if (after?.kind === 'number' && tokens[i + 2]?.word?.mark === 'ago') {
    return { count: after.value, unit: unit.unit, end: i + 2 };
  }
  const one = after?.word?.number === 1 ? 1 : 0;
  return { count: unit.count ?? 1, unit: unit.unit, end: i + 1 + one };
}

/** «خمسة وعشرين»: ones, "and", tens. */
function tensAndOnes(tokens: readonly Token[], i: number, count: number) {
  const tens = tokens[i + 2]?.word?.number;
  if (count < 10 && tokens[i + 1]?.word?.mark === 'and' && tens && tens >= 20) {
    return { count: count + tens, end: i + 3 };
  }
  return { count, end: i + 1 };
}

/** Quantities of falling units: "1 heure et 5 minutes", «ساعة ونصف». */
function chain(tokens: readonly Token[], from: number): Quantity[] {
  const found: Quantity[] = [];
  let i = from;
  for (;;) {
    const next = quantity(tokens, i);
    if (!next || found.length > 4) return found;
    found.push(next);
    i = next.end;
    const joined =
      tokens[i]?.word?.mark === 'and' || tokens[i]?.text === ',' || tokens[i]?.text === '،';
    const fraction = joined ? tokens[i + 1]?.word?.minutes : undefined;
    if (fraction && fraction > 0 && !quantity(tokens, i + 1)) {
      found.push({ count: fraction / 60, unit: next.unit, end: i + 2 });
      return found;
    }
    if (joined) i++;
    const bare = tokens[i]?.kind === 'number' && next.unit === 'hour' && !tokens[i + 1]?.word?.unit;
    if (bare && (tokens[i] as Token).value < 60) {
      // "il y a 1 h 30"
      found.push({ count: (tokens[i] as Token).value, unit: 'minute', end: i + 1 });
      return found;
    }
  }
}

function total(quantities: readonly Quantity[]): { months: number; ms: number } {
  let months = 0;
  let ms = 0;
  for (const { count, unit } of quantities) {
    if (unit === 'month' || unit === 'year') {
      const all = unit === 'year' ? count * 12 : count;
      months += Math.floor(all);
      ms += (all % 1) * 30 * MS.day;
    } else ms += count * MS[unit];
  }
  return { months, ms };
}
