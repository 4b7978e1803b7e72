import { toGregorian } from '../civil.ts';
import type { MonthRole } from '../words/roles.ts';
import {
  dayBefore,
  isDay,
  isYear,
  numberAfter,
  type Part,
  shortYearAfter,
  yearBefore,
} from './date-parts.ts';
import { type DayContext, type DayFound, yearless } from './day-found.ts';
import type { Token } from './lex.ts';

function monthRole(token: Token | undefined, lang: string | undefined): MonthRole | undefined {
  const roles = token?.word?.months;
  if (!roles) return undefined;
  return roles.find((role) => role.lang === lang) ?? roles[0];
}

/** A date whose month is a name: 3 mai 2024, May 3, 2024, 2024. május 3., 3 mai. */
export function namedDay(
  tokens: readonly Token[],
  i: number,
  context: DayContext,
): DayFound | undefined {
  const role = monthRole(tokens[i], context.lang);
  if (!role) return undefined;
  const span = doubledMonth(tokens, i, role);
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
  // "January (14)" counts the posts of an archive.
  const counted = tokens.slice(span.end, after?.start).some(({ text }) => text === '(');
  if (!after || counted) return undefined;
  return yearless(role, after.value, span.start, after.end, context);
}

/** «آب/أغسطس»: one month by two names, or a Hijri marker, counts once. */
function doubledMonth(tokens: readonly Token[], i: number, role: MonthRole) {
  let end = i + 1;
  let k = end;
  while (tokens[k]?.kind === 'mark' && /^[/()\-–]$/.test((tokens[k] as Token).text)) k++;
  const again = k > end || tokens[k]?.word?.months ? tokens[k]?.word?.months : undefined;
  if (again?.some(({ month, calendar }) => month === role.month && calendar === role.calendar)) {
    end = k + 1;
    if (tokens[end]?.kind === 'mark' && tokens[end]?.text === ')') end++;
  }
  return { start: i, end };
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
