import type { NearbyLine } from '../nearby-lines.ts';
import { isNamed } from './given-names.ts';
import { isAgency, isOffice, isPerson, namesIn } from './names.ts';

/** Lines right under the headline that may sign without a word that says so. */
const LINES = 4;
const LONGEST = 80;
const LONGEST_AGENCY = 24;
const PART = /\s*(?:[|•·;]|\s[–—/-]\s|[,،])\s*/u;
/** A line with a year or a clock in it. */
const DAYED = /(?:19|20|١٩|٢٠|۱۴)[\d٠-٩۰-۹]{2}|\d\d?\s?[:h]\s?\d\d/u;
const DIGIT = /[\d٠-٩۰-۹]/;
/** «De notre correspondante à Tanger, …», «من مراسلنا …» */
const CORRESPONDENT =
  /^(?:(?:de|par|from|by) )?(?:notre|nos|our) (?:correspondante?s?|envoyée?s? spécia\p{L}*|correspondents?)(?!\p{L})|^(?:من )?(?:مراسل|موفد)(?:نا|تنا)(?!\p{L})/iu;
/** «(avec AFP)» behind a name. */
const HELPED = /\((?:with|avec|mit|con|com|مع)?\s*([^()]{2,24})\)\s*$/u;
const MAIL = /\S+@\S+\.\S+/;
/** A word for a day, or a figure: where a name beside a date ends. */
const DATE_BEGINS =
  /\s+(?=[\d٠-٩۰-۹]|(?:le|on|am|el)\s+\d|(?:lun|mar|mer|jeu|ven|sam|dim)\p{L}*\s+\d|(?:mon|tue|wed|thu|fri|sat|sun)\p{L}*,?\s|(?:ال)?(?:اثنين|إثنين|ثلاثاء|أربعاء|اربعاء|خميس|جمعة|سبت|أحد|احد)(?!\p{L}))/iu;
/** A place, a dash, and «par» with a name. */
const LED = /^(?:by|par|por|von|di|بقلم|كتبت?)\s*:?\s+\p{L}+\s\p{L}/iu;
/** An Arabic byline: the place, a colon, the name. */
const PLACED =
  /^\p{Script=Arabic}{3,14}\s*[:：/]\s*(\p{Script=Arabic}[\p{Script=Arabic}\s]{4,40})$/u;

/** The same with a dash, which stands between other things too: only before what begins as a name does. */
const PLACE_DASH =
  /^\p{Script=Arabic}{3,14}(?: \p{Script=Arabic}{3,14}){0,2}\s[–—-]\s(\p{Script=Arabic}[\p{Script=Arabic}\s]{4,40})$/u;

/** Who took, drew, translated or is quoted did not write. */
const CREDIT = /^(?:صورة|تصوير|الصورة|عدسة|ترجمة|المصدر|مصدر|كاريكاتير|مونتاج)(?!\p{L})/u;

const isUpper = (text: string): boolean =>
  text === text.toUpperCase() && text !== text.toLowerCase();

/** What of a line signs by its form alone, '' when nothing does. */
function signatureIn(text: string, next: string): string {
  if (text.length > LONGEST) return '';
  const placed = CREDIT.test(text) ? undefined : PLACED.exec(text)?.[1];
  if (placed !== undefined && isPerson(placed)) return placed;
  const dashed = PLACE_DASH.exec(text)?.[1];
  if (dashed !== undefined && isNamed(dashed)) return dashed;
  const parts = text
    .split(PART)
    .map((part) => part.replace(/^[^\p{L}(]+/u, ''))
    .filter((part) => part !== '' && !DIGIT.test(part));
  const [head = '', ...day] = text.split(DATE_BEGINS);
  const beside = head.replace(/^[\p{P}\s]+|[\p{P}\p{S}\s]+$/gu, '');
  if (day.length > 0 && beside.length <= LONGEST_AGENCY && isAgency(beside)) return beside;
  const agency = parts.find((part) => isAgency(part) && part.length <= LONGEST_AGENCY);
  if (agency !== undefined && parts.length <= 2)
    return [...parts.filter(isPerson), agency.replace(/[()]/g, '')].join(', ');
  if (CORRESPONDENT.test(text)) return parts.filter(isPerson).join(', ');
  const led = parts.length === 2 ? parts.find((part) => LED.test(part)) : undefined;
  if (led !== undefined) return led;
  const people = namesIn(text).filter(isPerson);
  const helper = HELPED.exec(text)?.[1] ?? '';
  if (people.length === 1 && isAgency(helper)) return `${people[0]}, ${helper}`;
  if (people.length === 1 && MAIL.test(text) && text.startsWith(people[0] as string))
    return people[0] as string;
  if (people.length === 0 || DIGIT.test(text)) return '';
  // A name and an office, beside it or right below; or names in capitals, more than one.
  const hasOffice =
    parts.some(isOffice) ||
    isOffice(next) ||
    isOffice(text.slice((people[0] as string).length).trim());
  if (people.length === 1 && hasOffice && text.startsWith(people[0] as string))
    return people[0] as string;
  // A given name opens it, and the day stands below.
  const [person = ''] = people;
  if (people.length === 1 && text.endsWith(person) && isNamed(person) && DAYED.test(next))
    return person;
  if (people.length !== parts.length || !isUpper(text)) return '';
  // One name alone may be a place or a section, but not right over the day.
  const isOverDay = DAYED.test(next) && next.length <= LONGEST;
  return people.length > 1 || isOverDay ? people.join(', ') : '';
}

/** Lines between the headline and the text that only their form tells to be signatures. */
export function* signingLines(lines: readonly NearbyLine[]): Generator<string> {
  const below = lines.filter(({ distance }) => distance > 0);
  for (const [at, { text, distance }] of below.entries()) {
    // A paragraph between them is no line: the text has begun.
    if (at >= LINES || distance !== at + 1) return;
    const signature = signatureIn(text, below[at + 1]?.text ?? '');
    if (signature !== '') yield signature;
  }
}
