/** Months, in the languages that write names beside days; Arabic ones in either tradition. */
export const MONTH =
  '(?:jan|feb|fév|fev|mar|mär|apr|avr|abr|may|mai|mag|jun|juin|giu|jul|juil|lug|aug|août|aout|ago|sep|set|oct|okt|ott|out|nov|dec|déc|dez|dic|gen|ene)\\p{L}{0,7}\\.?|يناير|جانفي|فبراير|فيفري|مارس|أبريل|ابريل|أفريل|افريل|ماي|مايو|يونيو|جوان|يوليو|يوليوز|جويلية|غشت|أغسطس|اغسطس|أوت|اوت|شتنبر|سبتمبر|أكتوبر|اكتوبر|نونبر|نوفمبر|دجنبر|ديسمبر';
const WEEKDAY =
  '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|(?:mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|jeu|ven|sam|dim)\\.?|lunes|martes|miércoles|jueves|viernes|sábado|domingo|(?:ال)(?:اثنين|إثنين|ثلاثاء|أربعاء|اربعاء|خميس|جمعة|سبت|أحد|احد))';
const YEAR = '(?:19|20|١٩|٢٠)[\\d٠-٩]{2}';
const CLOCK =
  '(?:[\\s,،–@·-]|(?:at|à|um|a las|a la|às|alle|ore|om|kl\\.?|klo|على|في|الساعة)\\s)*[\\d٠-٩]{1,2}\\s?[:h٫.][\\d٠-٩]{2}(?::[\\d٠-٩]{2})?\\s?(?:[ap]\\.?m\\.?|uhr)?(?!\\p{L})';
const ORDINAL = '(?:st|nd|rd|th|er|º|\\.)?';

/** A day with its year, as a byline says it, and the clock behind it. */
const DAY = new RegExp(
  `(?<![\\p{L}\\d])(?:(?:on|le|el|am|il|em|op|på|dnia|pada|في|يوم|بتاريخ)\\s?[:：]?\\s)?(?:${WEEKDAY}[,،]?\\s)?(?:` +
    `(?:${MONTH})\\s[\\d٠-٩]{1,2}${ORDINAL}[,،]?\\s${YEAR}` +
    `|[\\d٠-٩]{1,2}${ORDINAL}\\s(?:de\\s)?(?:${MONTH})(?:\\sde)?[,،]?\\s${YEAR}` +
    `|[\\d٠-٩]{1,2}[./-][\\d٠-٩]{1,2}[./-]${YEAR}|${YEAR}[./-][\\d٠-٩]{1,2}[./-][\\d٠-٩]{1,2}` +
    `)(?:${CLOCK})?`,
  'giu',
);
const DIGIT = /[\d٠-٩]{4}/;

/** What stands before a day that is cut out. */
const SAID_OF_DAY =
  /(?<=^|\|\s*)(?:(?:first |last |date )?(?:published|posted|updated|created|modified|written)|(?:date de )?(?:publication|publiée?|postée?|mise? (?:à jour|en ligne)|modifiée?|écrite?)|veröffentlicht|aktualisiert|erstellt|stand|publicad[oa]|actualizad[oa]|atualizad[oa]|pubblicat[oa]|aggiornat[oa]|geplaatst|gepubliceerd|نشر(?:ت)?|تاريخ النشر|تحديث|آخر تحديث)(?:\s(?:on|le|el|am|il|em|at|à|في|يوم|بتاريخ))?\s*[:：]?\s*(?=\|)/giu;

/** What parts the people of a byline, and them from where they were. */
const BETWEEN = /[,;|•·–—،]|\s-\s/u;

/** Whether a day stands behind more than who wrote: «Jane Doe, Leeds 12 Nov 2025» is no two people. */
function isBehindPlace(line: string, at: number): boolean {
  const parts = line.slice(0, at).split(BETWEEN);
  return parts.length > 1 && parts.at(-1)?.trim() !== '';
}

/** A byline with a bar in the place of each day, and without the words that lead to one. */
export function withoutDays(line: string): string {
  if (!DIGIT.test(line)) return line;
  const cut = line.replace(DAY, (day, at: number) => (isBehindPlace(line, at) ? day : ' | '));
  return cut === line ? line : cut.replace(SAID_OF_DAY, '');
}
