import { type ParsedDate, parseDate } from '@nashra/dates';
import { TAG } from '@nashra/html';
import { A_KIND_OF } from '../../metadata/authors/latin-leads.ts';
import { CAME_OUT, CHANGED } from '../../when-words.ts';
import type { Block } from '../blocks.ts';
import type { PageFacts } from '../page-facts.ts';
import { isHeading } from '../tag-sets.ts';
import { keptBlocks, keptWords, type Rule, wordsOf } from './rule.ts';

/** Kept blocks at the beginning that may say who wrote, and when. */
const FIRST = 4;
const MOST_WORDS = 16;
/** The same and figures: two days with their clocks have a dozen. */
const MOST_WITH_FIGURES = 32;
const LETTERS = /\p{L}[\p{L}\p{M}'’]*/gu;
/** Words beside names and days: «De notre correspondante à Rabat», «Publié le», «Lecture : 3 min». */
const OTHER_WORDS = 5;
/** More of them stand between both. */
const BETWEEN_BOTH = 3;
/** Kept blocks at the end that may say when it was changed, or give an address for mail. */
const LAST = 3;
const CHANGE = new RegExp(`^\\P{L}*(?:${CHANGED}|stand)(?!\\p{L})`, 'iu');
/** The same beside an address for mail at the end. */
const ADDRESS_WORDS = 2;
/** A body of fewer words may be the line itself. */
const ENOUGH = 40;
const LONGEST = 160;

const SENTENCE = /[.!?؟…:]["»”’)\s]*$/u;
/** Between what a line tells of one piece: a bar, a dot, a dash that stands between no figures, a break. */
const APART = /\s*[|•·;،\n]\s*|(?<!\d)\s[–—-]\s|\s[–—-]\s(?!\d)|(?<=\p{L})\s?:\s+/u;
/** A comma, which stands in days as well. */
const COMMA = /,\s+/u;
const LABEL = /^\P{N}{0,24}?\s?(?:[:：]|\b(?:le|on|am|el)\b)\s*/iu;
/** «نشر في … يوم …», «Publié dans … le …»: where it was published, before the day; behind the publisher's name. */
const PUBLISHED_IN =
  /^(?:\P{N}{2,30}\s)?(?:نشرت?|publiée?|paru|published|posted|erschienen|publicad[oa]|pubblicat[oa])(?!\p{L})\P{N}{1,60}?\s(?:le|on|am|el|il|em|يوم|بتاريخ)\s+/iu;
/** The hour of a day, behind a comma. */
const CLOCK =
  /^\s*\p{N}{1,2}\s?[:.h٫]\s?\p{N}{2}(?::\p{N}{2})?\s?(?:uhr|uur|h|[ap]\.?m\.?|[صم])?\s*$/iu;
/** «This article was last …»: what came out, or was changed. */
const THING =
  "(?:(?:this|the|cet|der|dieser|el|la|dit)\\s|l[’'])?(?:article|artikel|articolo|artículo|artigo|noticia|notícia|story|page|post|beitrag|text|haber|bericht)\\s(?:(?:was|has been|a été|wurde|è stato|foi|fue)\\s)?|(?:تمت?|جرى)\\s";
/** The words that lead to a day, wherever they stand. */
const WHEN = new RegExp(
  String.raw`(?<![\p{L}\p{M}])(?:${THING})?(?:${CAME_OUT}|${CHANGED})(?!\p{L})(?:\s?[:：])?(?:\s(?:on|le|el|il|am|em|op|på|στις|на|в|у|ב-?|בתאריך|في|يوم|بتاريخ|در)(?!\p{L}))?`,
  'giu',
);
const WORD = /[\p{L}\p{N}\p{M}'’.-]+/gu;
/** How long ago something was is told of some present, whichever. */
const PRESENT = new Date(Date.UTC(2024, 0, 15));

const DIGIT = /\p{N}/u;

const dateOf = (text: string): ParsedDate | null =>
  DIGIT.test(text) ? parseDate(text, { ref: PRESENT }) : null;

/** The day that a text is, with or without the words that lead to one. */
const dayOf = (text: string): ParsedDate | null =>
  dateOf(text) ??
  dateOf(text.replace(LABEL, '')) ??
  (SENTENCE.test(text) ? null : dateOf(text.replace(PUBLISHED_IN, '')));

const tellsDay = (text: string): boolean => dayOf(text) !== null;

/** Words that lead to a day where no mark tells that they do: «By …, published on …», «Gepubliceerd op …». */
const LEAD_TO_DAY = 3;

const SAID = /[\p{L}\p{N}]/u;

/** The day that a text is behind a few words. */
function laterDay(text: string): ParsedDate | null {
  // An account's post tells its own day.
  if (text.includes('@')) return null;
  const words = text.split(/\s+/u).filter((it) => SAID.test(it));
  for (let at = 1; at <= LEAD_TO_DAY && at < words.length; at++) {
    const day = dayOf(words.slice(at).join(' '));
    if (day) return day;
  }
  return null;
}

/** Zones move an instant by less than this. */
const ZONES_MS = 36 * 3_600_000;

/** Whether a text tells the very day the page was published. */
function isOwnDay(text: string, { published }: PageFacts['metadata']): boolean {
  const day = published && DIGIT.test(text) && (dayOf(text) ?? laterDay(text));
  if (!published || !day) return false;
  return Math.abs(Date.parse(published.instant) - Date.parse(day.instant)) < ZONES_MS;
}

/** «Guest post by …»: what kind of text it is, before who wrote it. */
const LED = new RegExp(String.raw`^\P{L}*${A_KIND_OF}\s(?:by|par|von|por|di|de|from)\s`, 'iu');

/** What stands before a name alone: «كتب- …:». */
const LEAD_WORDS = 1;

/** Words of a line that are neither of a name that signed nor of a day; undefined where there is none of both. */
function otherWords(line: string, authors: readonly string[]): number | undefined {
  let rest = line.replace(LED, '');
  let isSigned = false;
  for (const name of authors) {
    const without = rest.replace(name, ' ');
    if (without !== rest) isSigned = true;
    rest = without;
  }
  if (tellsDay(line) || (isSigned && (rest.match(WORD)?.length ?? 0) <= LEAD_WORDS)) return 0;
  if (isSigned && laterDay(rest)) return 0;
  let words = 0;
  let isDated = false;
  const count = (part: string): void => {
    const pieces = part.split(COMMA);
    if (tellsDay(part)) isDated = true;
    else if (pieces.length > 1) pieces.forEach(count);
    else if (!CLOCK.test(part)) words += part.match(WORD)?.length ?? 0;
  };
  (DIGIT.test(rest) ? rest.replace(WHEN, ' | ') : rest).split(APART).forEach(count);
  if (isSigned && isDated) return Math.max(0, words - BETWEEN_BOTH);
  return isSigned || isDated ? words : undefined;
}

/** Whether a block stands in a quotation; one around all that is kept is how a page sets its margins. */
function isQuoted({ blocks, tree }: PageFacts, index: number, last: number): boolean {
  const { node } = blocks[index] as Block;
  if (tree.tag[node] !== TAG.blockquote) return false;
  return (blocks[last] as Block).first >= (tree.end[node] as number);
}

/** Whether a text is a line of who wrote and when, and nothing else. */
function tellsByline({ blocks, metadata }: PageFacts, index: number): boolean {
  const { text } = blocks[index] as Block;
  if (text.length > LONGEST) return false;
  if (isOwnDay(text, metadata)) return true;
  const words = otherWords(text, metadata.authors);
  return words !== undefined && words <= OTHER_WORDS && (words === 0 || !SENTENCE.test(text));
}

/** Whether a block is an item of a list, or a cell of a table of data, that tells of something else too. */
function isOfList(facts: PageFacts, index: number): boolean {
  const { blocks, tree, listOf, lists } = facts;
  const tag = tree.tag[(blocks[index] as Block).node] as number;
  // A cell of a page that is laid out as a table is no cell of data.
  if (tag !== TAG.li && (tag !== TAG.td || listOf[index] === 0)) return false;
  const list = lists[index];
  if (tag !== TAG.li || !list || list.last - list.first >= FIRST) return true;
  for (let at = list.first; at <= list.last; at++) if (!tellsByline(facts, at)) return true;
  return false;
}

/** Whether a block is a line of who wrote and when, alone or in a list of nothing else. */
const isByline = (facts: PageFacts, index: number, last: number): boolean =>
  tellsByline(facts, index) && !isQuoted(facts, index, last) && !isOfList(facts, index);

/** Whether a line at the end tells who wrote, or the day that the page tells of itself. */
function isClosing(facts: PageFacts, index: number, last: number): boolean {
  const { metadata, blocks } = facts;
  const { text } = blocks[index] as Block;
  const isSigned = metadata.authors.some((name) => text.includes(name));
  return (isSigned || isOwnDay(text, metadata)) && isByline(facts, index, last);
}

const MAIL = /\S+@\S+\.\S+/gu;

/** Whether a block is who signed with an address for mail, and nothing else. */
function isAddress({ blocks, metadata }: PageFacts, index: number): boolean {
  const { text } = blocks[index] as Block;
  if (text.length > LONGEST || !text.includes('@')) return false;
  let rest = text.replace(MAIL, ' ');
  if (rest.length === text.length) return false;
  const mailed = rest;
  for (const name of metadata.authors) rest = rest.replace(name, ' ');
  if (rest === mailed) return false;
  return (rest.match(WORD)?.length ?? 0) <= ADDRESS_WORDS && !SENTENCE.test(rest);
}

/** Figures of a telephone's number, with what parts them. */
const PHONE = /\+?\d(?:[\s().–-]{0,2}\d){6,14}/gu;
/** A name, and a word for each of the ways to reach it. */
const CONTACT_WORDS = 6;

/** Whether a line is whom to call or to write to: a number, an address for mail, and little else. The label over it is left out already. */
function isContact({ blocks }: PageFacts, kept: Uint8Array, index: number): boolean {
  const { text } = blocks[index] as Block;
  if (text.length > LONGEST || !text.includes('@') || kept[index - 1]) return false;
  const unmailed = text.replace(MAIL, ' ');
  const rest = unmailed.replace(PHONE, ' ');
  if (unmailed === text || rest === unmailed) return false;
  return (rest.match(WORD)?.length ?? 0) <= CONTACT_WORDS && !SENTENCE.test(rest);
}

/** Whether a block has more words than such a line has; a day's figures are none. */
function isLonger(facts: PageFacts, index: number): boolean {
  const words = wordsOf(facts, index);
  if (words <= MOST_WORDS || words > MOST_WITH_FIGURES) return words > MOST_WORDS;
  return ((facts.blocks[index] as Block).text.match(LETTERS)?.length ?? 0) > MOST_WORDS;
}

/** Whether a line says when the text was changed, and nothing else. */
const tellsChange = (facts: PageFacts, index: number): boolean => {
  const { text } = facts.blocks[index] as Block;
  return (
    wordsOf(facts, index) <= MOST_WORDS && CHANGE.test(text) && tellsDay(text.replace(WHEN, ''))
  );
};

/** Whose words they are in this language, and whose pictures: «Traduction : …». */
const TRANSLATED =
  /^\P{L}*(?:traduction|traduite?(?: \p{L}+)? par|traducción|traducid[oa]|translation|translated(?: \p{L}+)?|übersetzung|übersetzt|aus dem \p{L}+ (?:übersetzt|von)|traduzione|tradott[oa]|tradução|traduzid[oa]|ترجمة|ترجمه(?:ا)?)\s?(?:[:：]|(?:de|d[ue]|by|par|von|di|from|por|del?)\s|(?=\p{Script=Arabic}))/iu;

/** Whether a line tells who translated, and nothing else. */
const tellsTranslator = (facts: PageFacts, index: number): boolean => {
  const { text } = facts.blocks[index] as Block;
  return wordsOf(facts, index) <= MOST_WORDS && TRANSLATED.test(text) && !SENTENCE.test(text);
};

/** A label before a value: «Author:», «Datum». */
const VALUE_LABEL = /^\P{N}{2,30}$/u;

/** Whether a block is the label of who wrote or when, told below it in one list. */
function isLabel(facts: PageFacts, index: number): boolean {
  const { blocks, tree } = facts;
  const { node, text } = blocks[index] as Block;
  const value = blocks[index + 1];
  if (tree.tag[node] !== TAG.dt || value === undefined || !VALUE_LABEL.test(text)) return false;
  return (
    value.node < (tree.end[tree.parent[node] as number] as number) && tellsByline(facts, index + 1)
  );
}

/** Takes out lines of who wrote and when before the text, and of when it was changed and the signer's address behind it: all are given apart. */
export const dropByline: Rule = (facts, kept) => {
  if (facts.metadata.liveBlog || keptWords(facts, kept) < ENOUGH) return;
  const order = [...keptBlocks(kept)];
  const last = order.at(-1) as number;
  for (const index of order.slice(-LAST).reverse()) {
    const isOver = isClosing(facts, index, last) || tellsTranslator(facts, index);
    if (isLonger(facts, index) || !isOver) break;
    kept[index] = 0;
  }
  for (const index of order.slice(-LAST))
    if (tellsChange(facts, index) || isAddress(facts, index) || isContact(facts, kept, index))
      kept[index] = 0;
  for (const index of order.slice(0, FIRST)) {
    const { tag } = facts.tree;
    if (isHeading[tag[(facts.blocks[index] as Block).node] as number]) continue;
    // The text has begun.
    if (isLonger(facts, index)) return;
    const isOver = isLabel(facts, index) || isByline(facts, index, last);
    if (isOver || tellsTranslator(facts, index)) kept[index] = 0;
  }
};
