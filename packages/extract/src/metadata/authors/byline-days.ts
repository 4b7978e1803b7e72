import { isMonth, isWeekday } from '@nashra/dates';
import { CAME_OUT, CHANGED, DATE } from '../../when-words.ts';

const YEAR = '(?:19|20|١٩|٢٠|۱۳|۱۴|۱۹|۲۰)[\\d٠-٩۰-۹]{2}';
const CLOCK =
  '(?:[\\s,،–@·-]|(?:at|à|um|a las|a la|às|alle|ore|om|kl\\.?|klo|على|في|الساعة)\\s)*[\\d٠-٩۰-۹]{1,2}\\s?[:h٫.][\\d٠-٩۰-۹]{2}(?::[\\d٠-٩]{2})?\\s?(?:[ap]\\.?m\\.?|uhr)?(?!\\p{L})';
const ORDINAL = '(?:st|nd|rd|th|er|º|\\.)?';

const NUMBER = '[\\d٠-٩۰-۹]{1,2}';
/** A word that may name a month. */
const NAME = "\\p{L}[\\p{L}\\p{M}\\u200c’']*\\.?";
const LEAD = '(?<lead>(?:on|le|el|am|il|em|op|på|dnia|pada|στις|на|في|يوم|بتاريخ)\\s?[:：]?\\s)';
const WEEKDAY = `(?<weekday>(?:יום\\s)?${NAME}(?:[-\\u200c]\\p{L}+)?)`;

/** A day with its year, as a byline says it, and the clock behind it; what its words name is looked up. */
const DAY = new RegExp(
  `(?<![\\p{L}\\d])${LEAD}?(?:${WEEKDAY}[,،]?\\s)?(?:` +
    `(?<before>${NAME})\\s${NUMBER}${ORDINAL}[,،]?\\s${YEAR}` +
    `|${NUMBER}${ORDINAL}\\s(?:de\\s)?(?<behind>${NAME})(?:\\sde)?\\s?[,،]?\\s${YEAR}` +
    `|${NUMBER}[./-]${NUMBER}[./-]${YEAR}|${YEAR}[./-]${NUMBER}[./-]${NUMBER}` +
    `)(?:${CLOCK})?`,
  'giu',
);
const DIGIT = /[\d٠-٩۰-۹]{4}/;

/** What stands before a day that is cut out. */
const SAID = String.raw`(?:${CAME_OUT}|${CHANGED}|${DATE}|written|écrite?|stand)(?:\s(?:on|le|el|am|il|em|op|at|à|στις|في|يوم|بتاريخ|در))?\s*[:：]?`;
const SAID_OF_DAY = new RegExp(String.raw`(?<=^|[|–—,،·•-]\s*)${SAID}\s*(?=\|)`, 'giu');
const SAID_ALONE = new RegExp(`^${SAID}$`, 'iu');

/** What parts the people of a byline, and them from where they were. */
const BETWEEN = /[,;|•·–—،]|\s-\s/u;

/** Whether a day stands behind more than who wrote: «Jane Doe, Leeds 12 Nov 2025» is no two people. */
function isBehindPlace(line: string, at: number): boolean {
  const parts = line.slice(0, at).split(BETWEEN);
  const last = parts.at(-1)?.trim() ?? '';
  return parts.length > 1 && last !== '' && !SAID_ALONE.test(last);
}

/** A line with a bar in the place of one day, where its words name one; what only stands before it stays. */
function cutDay(line: string, day: string, at: number, names: Partial<Record<string, string>>) {
  const { lead = '', weekday, before, behind } = names;
  const month = before ?? behind;
  const isOther = weekday !== undefined && !isWeekday(weekday);
  const kept = isOther ? `${lead}${weekday}` : '';
  const isNone = month !== undefined && !isMonth(month);
  return isNone || isBehindPlace(line, at + kept.length) ? day : `${kept} | `;
}

/** A byline with a bar in the place of each day, and without the words that lead to one. */
export function withoutDays(line: string): string {
  if (!DIGIT.test(line)) return line;
  const cut = line.replace(DAY, (day, ...found) =>
    cutDay(line, day, found.at(-3) as number, found.at(-1) as Partial<Record<string, string>>),
  );
  return cut === line ? line : cut.replace(SAID_OF_DAY, '');
}

/** A text without the month that stands at its end: «Jane Doe Nov». */
export function withoutMonth(text: string): string {
  const at = text.search(/\s\S+$/u);
  return at >= 0 && isMonth(text.slice(at + 1)) ? text.slice(0, at) : text;
}
