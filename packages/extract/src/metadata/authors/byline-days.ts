/** Months, in the languages that write names beside days; Arabic ones in either tradition. */
export const MONTH =
  '(?:jan|feb|fév|fev|mar|mär|apr|avr|abr|may|mai|mag|jun|juin|giu|jul|juil|lug|aug|août|aout|ago|sep|set|oct|okt|ott|out|nov|dec|déc|dez|dic|gen|ene)\\p{L}{0,7}\\.?|يناير|جانفي|فبراير|فيفري|مارس|أبريل|ابريل|أفريل|افريل|ماي|مايو|يونيو|جوان|يوليو|يوليوز|جويلية|غشت|أغسطس|اغسطس|أوت|اوت|شتنبر|سبتمبر|أكتوبر|اكتوبر|نونبر|نوفمبر|دجنبر|ديسمبر|январ[ья]|феврал[ья]|марта?|апрел[ья]|ма[йя]|июн[ья]|июл[ья]|августа?|сентябр[ья]|октябр[ья]|ноябр[ья]|декабр[ья]|ocak|şubat|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık|mart|ژانویه|فوریه|آوریل|مه|ژوئن|ژوئیه|جولای|اوت|سپتامبر|اکتبر|نوامبر|دسامبر|فروردین|اردیبهشت|خرداد|تیر|مرداد|شهریور|مهر|آبان|آذر|دی|بهمن|اسفند';
const WEEKDAY =
  '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|(?:mon|tue|wed|thu|fri|sat|sun|lun|mar|mer|jeu|ven|sam|dim)\\.?|lunes|martes|miércoles|jueves|viernes|sábado|domingo|(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|(?:یک|دو|سه|چهار|پنج)?‌?\\s?شنبه|جمعه|(?:ال)(?:اثنين|إثنين|ثلاثاء|أربعاء|اربعاء|خميس|جمعة|سبت|أحد|احد))';
const YEAR = '(?:19|20|١٩|٢٠|۱۳|۱۴|۱۹|۲۰)[\\d٠-٩۰-۹]{2}';
const CLOCK =
  '(?:[\\s,،–@·-]|(?:at|à|um|a las|a la|às|alle|ore|om|kl\\.?|klo|على|في|الساعة)\\s)*[\\d٠-٩۰-۹]{1,2}\\s?[:h٫.][\\d٠-٩۰-۹]{2}(?::[\\d٠-٩]{2})?\\s?(?:[ap]\\.?m\\.?|uhr)?(?!\\p{L})';
const ORDINAL = '(?:st|nd|rd|th|er|º|\\.)?';

/** A day with its year, as a byline says it, and the clock behind it. */
const DAY = new RegExp(
  `(?<![\\p{L}\\d])(?:(?:on|le|el|am|il|em|op|på|dnia|pada|في|يوم|بتاريخ)\\s?[:：]?\\s)?(?:${WEEKDAY}[,،]?\\s)?(?:` +
    `(?:${MONTH})\\s[\\d٠-٩۰-۹]{1,2}${ORDINAL}[,،]?\\s${YEAR}` +
    `|[\\d٠-٩۰-۹]{1,2}${ORDINAL}\\s(?:de\\s)?(?:${MONTH})(?:\\sde)?[,،]?\\s${YEAR}` +
    `|[\\d٠-٩۰-۹]{1,2}[./-][\\d٠-٩۰-۹]{1,2}[./-]${YEAR}|${YEAR}[./-][\\d٠-٩۰-۹]{1,2}[./-][\\d٠-٩۰-۹]{1,2}` +
    `)(?:${CLOCK})?`,
  'giu',
);
const DIGIT = /[\d٠-٩۰-۹]{4}/;

/** What stands before a day that is cut out. */
const SAID_OF_DAY =
  /(?<=^|[|•·,،–—]\s*)(?:(?:first |last |date )?(?:published|posted|updated|created|modified|written)|(?:date de )?(?:publication|publiée?|postée?|mise? (?:à jour|en ligne)|modifiée?|écrite?)|veröffentlicht|aktualisiert|erstellt|stand|publicad[oa]|actualizad[oa]|atualizad[oa]|pubblicat[oa]|aggiornat[oa]|geplaatst|gepubliceerd|опубликован[оа]?|дата(?: публикации)?|обновлено|yayın(?:lanma)? tarihi|yayınlandı|güncelleme|تاریخ انتشار|منتشر شده|نشر(?:ت)?|تاريخ النشر|تحديث|آخر تحديث)(?:\s(?:on|le|el|am|il|em|at|à|في|يوم|بتاريخ|در))?\s*[:：]?\s*(?=\|)/giu;

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
