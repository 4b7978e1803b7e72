import { TAG } from '@nashra/html';
import type { Block } from '../blocks.ts';
import { CHAR } from '../characters.ts';
import type { PageFacts } from '../page-facts.ts';
import type { TextFacts } from '../scan.ts';
import { isHeading } from '../tag-sets.ts';
import { isAllItems, itemOf, rootOf } from './items.ts';
import { blocksIn, dropRange, endOfLook, keptWords, type Rule, wordsOf } from './rule.ts';

/** How one says when a reader wrote: how long ago, or the day with its clock, in digits. */
const WHEN =
  /(?:il y a|hace|há|vor)\s+\S+\s+(?:s|m|h|j|d|t|a|w|y)|(?:hier|aujourd.hui|yesterday|today|gestern|heute|ayer|hoy|أمس|اليوم)\P{L}{1,3}(?:at|à|a las|um|على|الساعة)?\P{L}{0,3}\d\d?\s*[:h]\s*\d\d|(?:\ban?\s|\bone\s|\d)\s*(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?|months?|y|years?)\s+ago\b|(?:منذ|قبل)\s+\S+|[\p{N}]+\s\p{L}+\s(?:fa|önce|назад|тому|geleden|temu|پیش)(?!\p{L})|(?:há|πριν|לפני)\s\p{N}+\s\p{L}|(?:19|20|۱۳|۱۴|۲۰)[\d۰-۹]{2}\P{L}{1,3}(?:at|à|a las|às|alle|um|saat|в|о|στις|ساعت|على|الساعة|في)?\P{L}{0,3}[\d۰-۹]{1,2}\s*[:h]\s*[\d۰-۹]{2}|\d\d?[./-]\d\d?[./-](?:\d\d){1,2}\P{L}{1,3}(?:at|à|um)?\P{L}{0,2}\d\d?\s*[:h]\s*\d\d|\b\d\d?\.?\s(?:de )?\p{L}{3,10}\.?\s(?:(?:de )?(?:19|20)\d\d\P{L}{1,3})?(?:at|à|um|om|a las|alle|às|в|о|saat|στις|godz\.|على الساعة|[-–|])\s\d\d?\s*[:h.]\s*\d\d|\b(?:says|wrote|a écrit|schrieb|escribió|ha scritto)\b.{0,30}\d|(?:كتب|يقول|قال)\p{L}{0,2}\s.{0,25}[\d٠-٩]/iu;
/** «Name, 15/10/2025» and nothing else. */
const NAME_DAY =
  /^\P{L}*\p{L}[^,–—(:|\d]{1,24}\d{0,4}\s*[,–—(|-]\s*(?:le |on |am |el |em |في |بتاريخ )?\d{1,2}[./-]\d{1,2}[./-](?:\d\d){1,2}\)?\s*:?$/iu;
/** A line that begins with these tells a day, not who wrote. */
const DAY =
  /^(?:jan|feb|fév|fev|mar(?:s|ch|z|zo)?\b|apr|avr|abr|may\b|mai\b|jun|juin|jul|juil|aug|août|ago|sep|oct|okt|nov|dec|déc|dez|dic|mon|tue|wed|thu|fri|sat|sun|lun|mar(?:di|tes)|mer|jeu|ven|sam|dim|il y a|le \d|in \d|year|day|week|يوم|منذ|قبل|يناير|فبراير|مارس|أبريل|ماي|يونيو|يوليو|غشت|شتنبر|أكتوبر|نونبر|دجنبر)/iu;
/** «3 - Name»: readers' words are counted. */
const NUMBERED = /^(?:#?\d{1,4}\s*[-–.)]|#\d{1,4})\s*\p{L}/u;
const LINE_WORDS = 14;
const LINE_CHARS = 90;
const NAME_WORDS = 4;
const POST_WORDS = 4;
/** What stands before has this many words. */
const ENOUGH = 30;

/** «Jo says:», «jo a écrit :», and nothing else. */
const SAYS =
  /^\P{L}*(?:[\p{L}\p{N}_.’'-]+\s){1,3}(?:a (?:dit|écrit|commenté|répondu)|says|said|wrote|schrieb|schreibt|sagt|dice|dijo|escribió|disse|escreveu|scrive|ha scritto|يقول|تقول|كتبت?|قالت?|علقت?)\s*(?:[:：]|\.\.\.|…)$/iu;

/** «On 3 May at 10:12, jo wrote:», and nothing else. */
const DATED_SAYS =
  /^(?:le|on|am|el|em|il|في|يوم)\s.{4,60}(?:a (?:dit|écrit|commenté|répondu)|says|said|wrote|schrieb|schreibt|escribió|escreveu|ha scritto|(?:كتب|قال|علق)ت?)\s*(?:[:：]|\.\.\.|…)$/iu;

/** «Comment by jo», «Kommentar von jo», and nothing else. */
const BY_READER =
  /^\P{L}*(?:comment|reply|kommentar|antwort|commentaire|réponse|comentario|comentário|commento|reactie|تعليق|رد)\s(?:by|from|von|vom|de|d.|di|da|van|من|لـ?|ل)\s?\S+(?:\s\S+){0,2}$/iu;

/** A line that says who wrote and when, or only when below a line that is a name. */
function isHead(facts: PageFacts, index: number): boolean {
  const { tree, blocks, texts } = facts;
  const { chars, node } = blocks[index] as Block;
  if (chars > LINE_CHARS || wordsOf(facts, index) > LINE_WORDS) return false;
  const { firstClass, digits, comments } = texts[index] as TextFacts;
  if (isHeading[tree.tag[node] as number]) return false;
  const { text } = blocks[index] as Block;
  if ((texts[index] as TextFacts).lastClass === CHAR.colon && SAYS.test(text)) return true;
  if (comments > 0 && BY_READER.test(text)) return true;
  if (digits + comments === 0) return false;
  if (DATED_SAYS.test(text) && WHEN.test(text)) return true;
  if (!WHEN.test(text) && !NAME_DAY.test(text) && !hasTime(facts, index)) return false;
  const isLetter = firstClass === CHAR.letter || firstClass === CHAR.upper || NUMBERED.test(text);
  return isLetter && !DAY.test(text) ? true : isNameBefore(facts, index);
}

/** Whether a `time` stands in a block. */
function hasTime({ tree, blocks }: PageFacts, index: number): boolean {
  const { node, last } = blocks[index] as Block;
  for (let at = node; at < last; at++) if (tree.tag[at] === TAG.time) return true;
  return false;
}

function isNameBefore(facts: PageFacts, index: number): boolean {
  const before = facts.blocks[index - 1];
  if (!before || wordsOf(facts, index - 1) > NAME_WORDS) return false;
  const holder = facts.tree.parent[(facts.blocks[index] as Block).node] as number;
  return before.first > holder && !isHeading[facts.tree.tag[before.node] as number];
}

/** Takes out what readers wrote where only its shape tells: names with times, each before a text, in one slot of the template. */
export const dropPosts: Rule = (facts, kept) => {
  const { tree, blocks, elements, metadata } = facts;
  if (metadata.liveBlog) return;
  const pathOf = (index: number): number => elements.path[(blocks[index] as Block).node] as number;
  const slots = new Map<number, number[]>();
  const end = Math.min(blocks.length - 1, endOfLook(kept));
  // Readers write below the text.
  const begin = Math.max(facts.titleBlock, kept.indexOf(1)) + 1;
  for (let index = begin; index < end; index++) {
    if (!isHead(facts, index)) continue;
    const isBrief = wordsOf(facts, index + 1) < POST_WORDS;
    if (isBrief && !DATED_SAYS.test((blocks[index] as Block).text)) continue;
    if (isHeading[tree.tag[(blocks[index + 1] as Block).node] as number]) continue;
    const key = pathOf(index) ^ (31 * pathOf(index + 1));
    const slot = slots.get(key);
    if (slot) slot.push(index);
    else slots.set(key, [index]);
  }
  dropLines(facts, kept);
  for (const heads of slots.values()) {
    const first = heads[0] as number;
    const last = heads[heads.length - 1] as number;
    if (heads.length < 2 || keptWords(facts, kept, 0, first) < ENOUGH) continue;
    if (keptWords(facts, kept, first, last + 2) === 0) continue;
    const root = rootOf(facts, first, last);
    // Names stand before the line that says when.
    const isName = (index: number): boolean =>
      heads.includes(index + 1) && isNameBefore(facts, index + 1);
    if (!isAllItems(facts, kept, root, heads, isName)) continue;
    const [, end] = blocksIn(facts, itemOf(facts, root, last));
    dropRange(kept, isNameBefore(facts, first) ? first - 1 : first, Math.max(end, last + 2));
    dropHeadingOver(facts, kept, first);
  }
};

const LINE_HEAD = 70;
const LABEL_CHARS = 40;
/** Posts whose names run into their times are told by their number. */
const FEWEST_BARE = 3;

/** «jo schrieb am 12.02. um 9:14». */
const WROTE =
  /(?:says|wrote|a écrit|schrieb|escribió|escreveu|ha scritto|كتبت?)\s[^!?]{0,25}\d\d?\s*[:.h]\s*\d\d/iu;

/** «Name (8/3/2024, 9:12): text»: 2, or 1 where nothing stands between the name and the time, 0 when it is no post. */
function wholePost(facts: PageFacts, index: number): number {
  const { blocks, texts } = facts;
  const { digits, comments, firstClass } = texts[index] as TextFacts;
  if (digits + comments === 0 || (firstClass !== CHAR.letter && firstClass !== CHAR.upper))
    return 0;
  const head = (blocks[index] as Block).text.slice(0, LINE_HEAD);
  const at = WHEN.exec(head)?.index ?? -1;
  if (at <= 0 || DAY.test(head)) return 0;
  const name = head.slice(0, at).match(/[\p{L}\p{N}_]+/gu) ?? [];
  if (name.length === 0 || name.length > NAME_WORDS) return 0;
  return /[(,–|:•·]\s*(?:le )?$/u.test(head.slice(0, at)) || WROTE.test(head) ? 2 : 1;
}

/** Takes out posts that are a line each, where nothing else stands between them. */
function dropLines(facts: PageFacts, kept: Uint8Array): void {
  const { blocks, titleBlock } = facts;
  const end = endOfLook(kept);
  for (let index = Math.max(titleBlock, kept.indexOf(1)) + 1; index < end; index++) {
    const first = index;
    let certain = 0;
    for (let sign = signOf(index); sign > 0 && index < end; sign = signOf(++index))
      if (sign > 1) certain++;
    const count = index - first;
    if (certain < 2 && count < FEWEST_BARE) continue;
    if (keptWords(facts, kept, 0, first) < ENOUGH) continue;
    dropRange(kept, first, index);
    dropHeadingOver(facts, kept, first);
    if (counts(blocks[first - 1], count)) kept[first - 1] = 0;
  }

  function signOf(index: number): number {
    return index < end && wordsOf(facts, index) > POST_WORDS ? wholePost(facts, index) : 0;
  }
}

/** Whether a line says how many there are, in a few words: «2 Leserbriefe». */
const counts = (block: Block | undefined, count: number): boolean =>
  block !== undefined &&
  block.chars <= LABEL_CHARS &&
  block.text.match(/\d+/gu)?.join() === String(count);

/** A short heading that has lost all that stood under it. */
function dropHeadingOver(facts: PageFacts, kept: Uint8Array, first: number): void {
  const { tree, blocks, titleBlock } = facts;
  const before = kept.lastIndexOf(1, first);
  if (before < first - 2 || before <= titleBlock) return;
  if (isHeading[tree.tag[(blocks[before] as Block).node] as number]) kept[before] = 0;
}
