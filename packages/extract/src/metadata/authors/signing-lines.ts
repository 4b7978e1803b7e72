import { isTools } from '../../body/rules/tool-words.ts';
import { PICTURE_CREDIT } from '../../picture-words.ts';
import type { NearbyLine } from '../nearby-lines.ts';
import { isNamed } from './given-names.ts';
import { DAYED, LONGEST, signatureIn } from './signature.ts';
import { isInitials } from './who.ts';
import { signersByWork } from './work-line.ts';

/** Lines right under the headline that may sign without a word that says so. */
const LINES = 4;
/** A day before what else a line says. */
const DAY_LEAD =
  /^(?:\P{L}{0,3}(?:\p{L}+[\s,،]{1,2})?[\d٠-٩]{1,2}[\s./-]+(?:\p{L}+|[\d٠-٩]{1,2})[\s./-]+[\d٠-٩]{4}|[\d٠-٩]{4}[./-][\d٠-٩]{1,2}[./-][\d٠-٩]{1,2})\P{L}*/u;

/** Who signs behind the day that opens a line; '' when nobody does. */
function signersBehindDay(text: string): string {
  const rest = text.replace(DAY_LEAD, '');
  if (rest === text) return '';
  return isInitials(rest) ? rest : signersByWork(rest).join(', ');
}

const DAY_LINE = 60;
/** Lines of the day that may stand over it. */
const FEW_ABOVE = 3;
/** The text, no line. */
const PARAGRAPH = 80;
/** «Jane Doe in Leeds». */
const NAME_IN =
  /^(\p{Lu}.{3,60}?)\s(?:in|à|en|em|aus|te)\s\p{Lu}[\p{L}’'-]+(?:\s\p{Lu}[\p{L}’'-]+)?$/u;
/** «Jane Doe. Leeds». */
const NAME_STOP = /^(\p{Lu}[^.]{3,40}\p{L}{2})\.\s\p{Lu}[\p{L}’'-]+$/u;
/** How long ago it was. */
const AGO =
  /^\P{L}*\p{L}*\s?\p{L}+ ago\P{L}*$|^(?:il y a|hace|vor|há|منذ|قبل)\s\S+(?:\s\S+){0,2}$/iu;
/** «14 avril»: a day without its year, and nothing else. */
const YEARLESS = /^\P{L}{0,3}\d{1,2}(?:er|\.)?\s\p{L}{3,10}\.?$/u;
/** «佐久間 理沙»: a family's name and a given one, as Japanese papers sign. */
const JAPANESE =
  /^\p{Script=Han}{1,4}[ \u3000][\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{1,4}$/u;
const isDayLine = (text: string): boolean =>
  text.length <= DAY_LINE && (DAYED.test(text) || AGO.test(text) || YEARLESS.test(text));

/** A given name in a line of its own right below the day, or with a place beside it above or below it. */
function besideDay(text: string, before: string, next: string): string {
  const isBelow = isDayLine(before);
  if (text.length > DAY_LINE || (!isBelow && !isDayLine(next))) return '';
  const name = (NAME_IN.exec(text) ?? NAME_STOP.exec(text))?.[1];
  if (name !== undefined && isNamed(name)) return name;
  return isBelow && (isNamed(text) || JAPANESE.test(text)) ? text : '';
}

/** The line below one, or the day below that where a place stands between them. */
function dayBelow(lines: readonly NearbyLine[], at: number): string {
  const next = lines[at + 1]?.text ?? '';
  const after = lines[at + 2]?.text ?? '';
  const isPlace = /^\p{L}[\p{L}’'-]*(?:\s\p{L}[\p{L}’'-]*)?$/u.test(next);
  return isPlace && DAYED.test(after) && after.length <= LONGEST ? after : next;
}

/** What networks of writers lead the day by, under a name. */
const POSTED =
  /^(?:posted|published|publiée?|publicad[oa]|pubblicato|veröffentlicht|gepubliceerd|نشر(?:ت)?)\s.{0,12}\d/iu;

/** A given name right over the day, above the headline, or over what was done then; what is none may be a section. */
function* aboveHeadline(lines: readonly NearbyLine[]): Generator<string> {
  for (const { text, distance } of lines) {
    if (distance >= 0 || distance < -LINES || text.length > DAY_LINE || !isNamed(text)) continue;
    const below = lines.find((line) => line.distance === distance + 1)?.text ?? '';
    if (isDayLine(below) || (below.length <= DAY_LINE && POSTED.test(below))) yield text;
  }
}

/** Lines between the headline and the text that only their form tells to be signatures, and a name over the day above it. */
export function* signingLines(lines: readonly NearbyLine[]): Generator<string> {
  yield* belowHeadline(lines);
  yield* aboveHeadline(lines);
}

function* belowHeadline(lines: readonly NearbyLine[]): Generator<string> {
  const below = lines.filter(({ distance }) => distance > 0);
  for (const [at, { text, distance }] of below.entries()) {
    // A paragraph between them is no line: the text has begun.
    if (at >= LINES || distance !== at + 1) return;
    const signature =
      signatureIn(text, dayBelow(below, at)) ||
      besideDay(text, below[at - 1]?.text ?? '', below[at + 1]?.text ?? '') ||
      signersByWork(text).join(', ') ||
      signersBehindDay(text) ||
      standsAlone(text, below.slice(0, at), lineBelow(below, at));
    if (signature !== '') yield signature;
  }
}

/** What joins two people. */
const PAIR = /\s(?:and|et|y|und|e|&)\s/u;

/** Whose picture it is, below that. */
const CREDITED = new RegExp(`©\\s?\\p{L}|(?<!\\p{L})(?:${PICTURE_CREDIT})\\s?[:：/]`, 'iu');

/** Lines of which a name that stands alone is not the first; what is said of a picture in a figure is empty. */
const isOfDayOrPicture = ({ text }: NearbyLine): boolean =>
  text === '' || isDayLine(text) || CREDITED.test(text);

/** The next line below one that is no button and no day; undefined where a paragraph stands between. */
function lineBelow(lines: readonly NearbyLine[], at: number): NearbyLine | undefined {
  let next = at + 1;
  const isPassed = ({ text }: NearbyLine): boolean => isTools(text) || isDayLine(text);
  while (next < lines.length && isPassed(lines[next] as NearbyLine)) next++;
  const line = lines[next];
  const isNext = line && line.distance - (lines[at] as NearbyLine).distance === next - at;
  return isNext ? line : undefined;
}

/** A given name with others, alone in its line right under the headline, over the text itself: it says nothing else there. */
function standsAlone(
  text: string,
  before: readonly NearbyLine[],
  next: NearbyLine | undefined,
): string {
  const isOverText = next === undefined || next.text.length >= PARAGRAPH;
  const isAlone = isOverText && before.length < FEW_ABOVE && text.includes(' ');
  if (!isAlone || !before.every(isOfDayOrPicture)) return '';
  const people = (NAME_IN.exec(text)?.[1] ?? text).split(PAIR);
  return people.every(isNamed) ? people.join(', ') : '';
}
