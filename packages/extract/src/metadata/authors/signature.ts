import { HELP } from '../../picture-words.ts';
import { withoutDays, withoutMonth } from './byline-days.ts';
import { isArabicName, isNamed } from './given-names.ts';
import { ARABIC, CREDIT, IN_PLACE, nameByForm } from './line-forms.ts';
import { namesIn } from './names.ts';
import { isAgency, isDesk, isOffice, isPerson } from './who.ts';

/** Longer lines sign nothing by their form. */
export const LONGEST = 80;
/** With the days of publishing and of a change in them. */
const LONGEST_DAYED = 110;
const LONGEST_AGENCY = 24;
/** The full name of one that says what it deals in. */
const NEWS = /أنباء/u;
const LONGEST_NEWS = 40;
const PART = /\s*(?:[|•·;]|\s[–—/-]\s|[,،])\s*/u;
/** A line with a year or a clock in it. */
export const DAYED = /(?:19|20|١٩|٢٠|۱۳|۱۴|۲۰)[\d٠-٩۰-۹]{2}|\d\d?\s?[:h]\s?\d\d/u;
/** «E. Kerbrat», «J.-P. Le Goff». */
const INITIALED = /^(?:\p{Lu}\.[ -]?){1,2}(?:\p{Lu}[\p{L}’'-]{1,}(?:\s|$)){1,2}$/u;
const IN_BRACKETS = /^(\P{N}{2,40}?)\s*\((?!(?:avec|with|mit|con|com|مع)\s)([^()]{2,24})\)$/iu;
const DIGIT = /[\d٠-٩۰-۹]/;
/** «De notre correspondante à Tanger, …», «من مراسلنا …» */
const CORRESPONDENT =
  /^(?:(?:de|par|from|by|v[ao]n|dal?) )?(?:notre|nos|our|onze|unser\p{L}*|nuestr[oa]s?|(?:il |la )?nostr[oa]) (?:\p{L}+\s){0,2}(?:correspond\p{L}*|envoyée?s?|envoy|corrispondente|inviat[oa]|corresponsal(?:es)?|enviad[oa]|verslagg\p{L}*|redact\p{L}*|rédact\p{L}*|reporter\p{L}*|redakt\p{L}*|mitarbeiter\p{L}*|korrespondent\p{L}*|autor\p{L}*)(?!\p{L})|^(?:من )?(?:مراسل|موفد)(?:نا|تنا)(?!\p{L})/iu;
/** «(avec AFP)» behind a name. */
const HELPED = /\((?:with|avec|mit|con|com|مع)?\s*([^()]{2,24})\)\s*$/u;
/** «By the newsroom, with AFP»: what helped, at the end of a line without a person. */
const WITH_AGENCY =
  /\s(?:with|avec|mit|con|com|مع)\s+(?:l['’])?([^\s,;.]{2,24}(?:\s[^\s,;.]{2,12})?)$/iu;
/** «Avec AFP» and nothing else. */
const WITH = /^(?:with|avec|mit|con|com|مع)\s(\P{N}{2,24})$/iu;
/** «12 Nov 2025 by Jane Doe» */
const DATED_BY =
  /^[^.!?]{4,30}\d{4}\P{L}{0,4}(?:\s[^.!?]{0,8}\d\d[:h]\d\d)?\s*(?:by|par|von|por|di|door|بقلم)\s+(?=[\p{Lu}\p{Script=Arabic}])/iu;
const BARRED = /\s[|/–—-]\s/u;
const BAR = /\s[|•·]\s/u;
const MAIL = /\S+@\S+\.\S+|\S+ (?:at|\[at\]|\(at\)) [a-z][\w-]*(?:\.[\w-]+)+/;
/** «@janedoe», or an address for mail, and nothing else. */
const ACCOUNT = /^(?:@\w{2,30}|\S+@\S+\.\S+)$/;
/** A word for a day, or a figure: where a name beside a date ends. */
const DATE_BEGINS =
  /\s+(?=[\d٠-٩۰-۹]|(?:le|on|am|el)\s+\d|(?:lun|mar|mer|jeu|ven|sam|dim)\p{L}*\s+\d|(?:mon|tue|wed|thu|fri|sat|sun)\p{L}*,?\s|(?:ال)?(?:اثنين|إثنين|ثلاثاء|أربعاء|اربعاء|خميس|جمعة|سبت|أحد|احد)(?!\p{L}))/iu;
/** A place, a dash, and «par» with a name. */
const LED = /^(?:by|par|por|von|di|بقلم|كتبت?)\s*:?\s+\p{L}+\s\p{L}/iu;
/** «Guest column by Jane Doe», «EXCLUSIVE by …», «Updated by … at …». */
const WORK_BY =
  /^\p{L}+(?:\s\p{L}+){0,2}\s(?:by|par|por|von|di|door)\s+(?:(?:Dr|Prof|Cllr|Councillor)\.?\s)?(?=\p{Lu})/u;
/** «(ANSA) - Rome, 4 Nov»: a dateline on a line of its own. */
const BRACKETED = /^\(([^()]{2,24})\)(?!\p{L})/u;
/** The word that a day is led by, behind a name: «… Giriş: 11.06.2026». */
const DAY_LABEL = /\s\p{L}+\s?[:：]\s*$/u;
const INSIDE = /\(([^()\d]{4,40})\)/u;
/** What stands behind a name in brackets. */
const ASIDE = /\s*\([^()]{2,30}\)$/u;
/** What begins with one is a house or a thing. */
const ARTICLE = /^(?:the|le|la|les|l['’]|il|lo|el|los|das|der|die)\s?/iu;
const IN_NAMED_PLACE =
  /,\s+(?:à|au|en|in|at|aus|te|em|da)\s+\p{Lu}[\p{L}’'-]*(?:\s\p{Lu}[\p{L}’'-]*){0,2}$/u;
/** «Source : MAP», «المصدر: وكالة …»: the agency whose text it is. */
const SOURCE =
  /^\P{L}*(?:sources?|المصدر|مصدر|quelle|fuente|fonte|bron|kilde)\s*[:：/-]\s*(\S.{1,47})$/iu;
/** What is left of a day that was cut out at either end. */
const BARS = /^[\s|,،·•–—-]+|[\s|,،·•–—-]+$/gu;
const BRACKETS = /^[\s,–—-]*\(?|\)?\s*$/gu;

const isUpper = (text: string): boolean =>
  text === text.toUpperCase() && text !== text.toLowerCase();

/** A name that a place runs into: «Aïn Sebra Anne Dupont». */
function withoutPlace(name: string): string {
  const words = name.split(' ');
  for (let at = 1; at <= words.length - 2; at++) {
    const rest = words.slice(at).join(' ');
    if (!isNamed(name) && isNamed(rest)) return rest;
  }
  return name;
}

const AND = /\s(?:AND|UND|ET|Y|E|&)\s/u;

/** Who took the pictures, drew or filmed. */
const PICTURES = new RegExp(`^(?:${HELP})(?!\\p{L})`, 'iu');
/** Between what one line says of two things. */
const BETWEEN = /\s+[–—|•·/-]\s+/u;

/** A line without the parts that tell who took the pictures: «Jane Doe – Photos: Ann Lee». */
function withoutCredits(line: string): string {
  const parts = line.split(BETWEEN);
  const own = parts.filter((part, at) => at === 0 || !PICTURES.test(part));
  return own.length < parts.length ? own.join(' – ') : line;
}

/** Whether a part beside an agency is who wrote: any Arabic words look like a name. */
const isBesideAgency = (part: string): boolean =>
  ARABIC.test(part) ? isNamed(part) : isPerson(part);

/** A given name with others that the day alone stands beside: «Published Sunday, 29 November 2026 | Jane Doe»; '' for other lines. */
function besideDay(line: string): string {
  if (!DAYED.test(line)) return '';
  const rest = withoutDays(line);
  const name = rest.replace(BARS, '');
  return rest !== line && (isNamed(name) || INITIALED.test(name)) ? name : '';
}

/** What of a line signs by its form alone, also where the day follows it without a mark; '' when nothing does. */
export function signatureIn(line: string, next: string): string {
  const text = withoutCredits(line);
  const beside = text.length > LONGEST_DAYED ? '' : besideDay(text);
  if (beside !== '') return beside;
  const signature = signatureOf(text, next);
  if (signature !== '' || text.length > LONGEST) return signature;
  if (!DAYED.test(text)) return '';
  const [head = ''] = text.split(DATE_BEGINS);
  const isSaid = head.length < text.length && head.includes(' ') && !DIGIT.test(head);
  const name = head.replace(DAY_LABEL, '').replace(/[\s,،|–—-]+$/u, '');
  return isSaid ? nameByForm(withoutMonth(name)) : '';
}

function signatureOf(text: string, next: string): string {
  if (text.length > LONGEST) return '';
  const formed = nameByForm(text);
  if (formed !== '') return formed;
  const bracketed = BRACKETED.exec(text)?.[1]?.replace(/^(?:avec|with|mit|con|com|مع)\s+/iu, '');
  if (bracketed !== undefined && isAgency(bracketed)) return bracketed;
  const dayed = DATED_BY.exec(text);
  const signers = dayed ? namesIn(text.slice(dayed[0].length)).filter(isPerson) : [];
  if (signers.length > 0) return signers.join(', ');
  // «Leeds 27 Feb 2024 AP»
  const last = DAYED.test(text) ? (/(?:^|\s)([^\s()]{2,12})$/u.exec(text)?.[1] ?? '') : '';
  if (last !== '' && isAgency(last)) return last;
  const helped = WITH.exec(text)?.[1];
  if (helped !== undefined && isAgency(helped)) return helped;
  const source = SOURCE.exec(text)?.[1];
  if (source !== undefined && isAgency(source)) return source;
  const work = CREDIT.test(text) ? null : WORK_BY.exec(text);
  if (work) {
    const names = namesIn(text.slice(work[0].length));
    if (names.length > 0 && isPerson(names[0] as string)) return names.filter(isPerson).join(', ');
  }
  const parts = text
    .split(PART)
    .map((part) => part.replace(/^[^\p{L}(]+/u, ''))
    .filter((part) => part !== '' && !DIGIT.test(part));
  // «Rabat (MAP)», with or without who was there.
  const isBracketed = text.includes('(') && !text.includes('©') && !CREDIT.test(text);
  for (const part of isBracketed ? parts : []) {
    const inside = IN_BRACKETS.exec(part);
    if (inside && isAgency(inside[2] as string))
      return [...namesIn(inside[1] as string).filter(isNamed), inside[2]].join(', ');
  }
  // «القاهرة - بوابة الضفة (هند الزموري) …»: in brackets before the day.
  const inside = isBracketed && DAYED.test(text) ? (INSIDE.exec(text)?.[1] ?? '') : '';
  if (ARABIC.test(inside) && isNamed(inside)) return inside;
  const [head = '', ...day] = text.split(DATE_BEGINS);
  const dated = head.replace(DAY_LABEL, '').replace(/^[\p{P}\s]+|[\p{P}\p{S}\s]+$/gu, '');
  const isWhole = day.length > 0 && !dated.includes('(');
  if (isWhole && dated.length <= LONGEST_AGENCY && isAgency(dated)) return dated;
  // A month stands before the figure of a day in English, and in the themes of blogs everywhere.
  const name = withoutMonth(dated);
  if (day.length > 0 && (isNamed(name) || INITIALED.test(name))) return name;
  const agency = parts.find(
    (part) => isAgency(part) && part.length <= (NEWS.test(part) ? LONGEST_NEWS : LONGEST_AGENCY),
  );
  // «Jane Doe • Leeds • AFP»
  const isPlaced = parts.length === 3 && parts.some((part) => !/\s/u.test(part) && !isAgency(part));
  if (agency !== undefined && (parts.length <= 2 || isPlaced))
    return [...parts.filter(isBesideAgency), agency.replace(/[()]/g, '')].join(', ');
  if (CORRESPONDENT.test(text)) return namesIn(text).filter(isPerson).map(withoutPlace).join(', ');
  const house = parts.length === 2 && parts.some(isDesk) ? parts.find(isNamed) : undefined;
  if (house !== undefined) return house;
  const led = parts.length === 2 ? parts.find((part) => LED.test(part)) : undefined;
  if (led !== undefined) return led;
  // Any few Arabic words might be a name, and a paragraph of one line begins with some.
  const people = namesIn(text).filter((it) => (ARABIC.test(it) ? isArabicName(it) : isPerson(it)));
  const helper = HELPED.exec(withoutDays(text).replace(/[\s|]+$/u, ''))?.[1] ?? '';
  if (people.length === 1 && isAgency(helper)) return `${people[0]}, ${helper}`;
  const [mailed = ''] = people;
  const isAtEdge = text.startsWith(mailed) || (text.endsWith(mailed) && isNamed(mailed));
  if (people.length === 1 && MAIL.test(text) && isAtEdge) return mailed;
  const beside = WITH_AGENCY.exec(text)?.[1];
  const isHouse = people.every((name) => isAgency(name) || ARTICLE.test(name));
  if (beside !== undefined && isAgency(beside))
    return isHouse ? beside : [...people, beside].join(', ');
  // A day in one part, a person with a given name or its first letter alone in the other.
  const [alone = ''] = parts;
  const isOnly = parts.length === 1 && text.length > alone.length + 6;
  if (isOnly && DAYED.test(text)) {
    const form = isNamed(alone) || INITIALED.test(alone) ? alone : nameByForm(alone);
    if (form !== '') return form;
  }
  // Or beside the place in one word.
  const isDayed = DAYED.test(text) || (DAYED.test(next) && next.length <= LONGEST);
  const named = parts.length === 2 && isDayed ? parts.filter(isNamed) : [];
  // Before bars the name stands first, whatever house or section is the second: «هند الزموري | بوابة الضفة | 12/05/2026».
  const isFirst = BAR.test(text) && DAYED.test(text) && parts[0] === named[0];
  if (named.length === 1 && (isFirst || parts.some((part) => !/\s/u.test(part))))
    return named[0] as string;
  if (people.length === 0 || DIGIT.test(text)) return '';
  // A name and an office, beside it or right below; or names in capitals, more than one.
  const hasOffice =
    parts.some(isOffice) ||
    isOffice(next) ||
    isOffice(text.slice((people[0] as string).length).replace(BRACKETS, ''));
  if (people.length === 1 && hasOffice && text.startsWith(people[0] as string))
    return people[0] as string;
  // A given name opens it, and the day or a credit stands below.
  const [person = ''] = people;
  const bare = text.replace(ASIDE, '').replace(IN_PLACE, '');
  const isOver = DAYED.test(next) || CREDIT.test(next) || ACCOUNT.test(next);
  if (people.length === 1 && bare === person && isAccountOf(person, next)) return person;
  if (people.length === 1 && bare.endsWith(person) && isNamed(person) && isOver) return person;
  // «Jane Doe, in Leeds (Yorkshire)»
  const spot = text.replace(ASIDE, '');
  if (
    people.length === 1 &&
    !ARTICLE.test(person) &&
    `${person}${IN_NAMED_PLACE.exec(spot)?.[0]}` === spot
  )
    return person;
  // «Jane Doe | Leeds»: a name and a place on either side of a bar.
  const [given = '', ...others] = people.filter(isNamed);
  if (given !== '' && others.length === 0 && parts.length === 2 && BARRED.test(text)) return given;
  // Two names joined, one of them a given one.
  const lastName = people.at(-1) as string;
  const isAtEnd = bare.endsWith(lastName) || (people.length === 2 && spot.endsWith(lastName));
  if (people.length > 1 && people.some(isNamed) && isAtEnd) return people.join(', ');
  // In capitals names are joined without a mark too.
  const isJoined = isUpper(text) && people.length === text.split(AND).length;
  if (people.length !== parts.length && !isJoined) return '';
  if (people.length > 1 && DAYED.test(next) && next.length <= LONGEST) return people.join(', ');
  if (!isUpper(text)) return '';
  // One name alone may be a place or a section, but not right over the day.
  const isOverDay = DAYED.test(next) && next.length <= LONGEST;
  return people.length > 1 || isOverDay ? people.join(', ') : '';
}

/** Whether a line is the account of who is named: it has the last of the names in it. */
function isAccountOf(person: string, line: string): boolean {
  const last = person.split(' ').at(-1)?.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return last !== undefined && ACCOUNT.test(line) && line.toLowerCase().includes(last);
}
