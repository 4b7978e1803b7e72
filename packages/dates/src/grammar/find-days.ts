import type { DayContext, DayFound } from './day-found.ts';
import type { Token } from './lex.ts';
import { namedDay } from './named-day.ts';
import { numericDay } from './numeric-day.ts';

/** Every date in the tokens, whatever its calendar, in order; one with its year beats one without. */
export function findDays(tokens: readonly Token[], context: DayContext): DayFound[] {
  const days: DayFound[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (context.taken[i]) continue;
    const read = (tokens[i] as Token).kind === 'number' ? numericDay : namedDay;
    const found = read(tokens, i, context);
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
