import type { Block } from '../blocks.ts';
import { CHAR } from '../characters.ts';
import type { PageFacts } from '../page-facts.ts';
import type { TextFacts } from '../scan.ts';
import { isHeading } from '../tag-sets.ts';
import { isAllItems, itemOf, rootOf } from './items.ts';
import { blocksIn, dropRange, keptWords, type Rule, wordsOf } from './rule.ts';

/** How one says when a reader wrote: how long ago, or the day with its clock, in digits. */
const WHEN =
  /(?:il y a|hace|há|vor)\s+\S+\s+(?:s|m|h|j|d|t|a|w|y)|(?:\ban?\s|\bone\s|\d)\s*(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?|months?|y|years?)\s+ago\b|(?:منذ|قبل)\s+\S+|(?:19|20)\d\d\P{L}{1,3}(?:at|à|a las|um|على|الساعة|في)?\P{L}{0,3}\d\d?\s*[:h]\s*\d\d|\d\d?[./-]\d\d?[./-](?:\d\d){1,2}\P{L}{1,3}(?:at|à|um)?\P{L}{0,2}\d\d?\s*[:h]\s*\d\d|\b(?:says|wrote|a écrit|schrieb|escribió|ha scritto)\b.{0,30}\d|(?:كتب|يقول|قال)\p{L}{0,2}\s.{0,25}[\d٠-٩]/iu;
/** A line that begins with these tells a day, not who wrote. */
const DAY =
  /^(?:jan|feb|fév|fev|mar(?:s|ch|z|zo)?\b|apr|avr|abr|may\b|mai\b|jun|juin|jul|juil|aug|août|ago|sep|oct|okt|nov|dec|déc|dez|dic|mon|tue|wed|thu|fri|sat|sun|lun|mar(?:di|tes)|mer|jeu|ven|sam|dim|il y a|le \d|in \d|year|day|week|يوم|منذ|قبل|يناير|فبراير|مارس|أبريل|ماي|يونيو|يوليو|غشت|شتنبر|أكتوبر|نونبر|دجنبر)/iu;
const LINE_WORDS = 14;
const LINE_CHARS = 90;
const NAME_WORDS = 4;
const POST_WORDS = 4;
/** What stands before has this many words. */
const ENOUGH = 30;

/** A line that says who wrote and when, or only when below a line that is a name. */
function isHead(facts: PageFacts, index: number): boolean {
  const { tree, blocks, texts } = facts;
  const { chars, text, node } = blocks[index] as Block;
  if (chars > LINE_CHARS || wordsOf(facts, index) > LINE_WORDS) return false;
  if (isHeading[tree.tag[node] as number] || !WHEN.test(text)) return false;
  const { firstClass } = texts[index] as TextFacts;
  const isLetter = firstClass === CHAR.letter || firstClass === CHAR.upper;
  return isLetter && !DAY.test(text) ? true : isNameBefore(facts, index);
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
  for (let index = facts.titleBlock + 1; index < blocks.length - 1; index++) {
    if (!isHead(facts, index) || wordsOf(facts, index + 1) < POST_WORDS) continue;
    if (isHeading[tree.tag[(blocks[index + 1] as Block).node] as number]) continue;
    const key = pathOf(index) ^ (31 * pathOf(index + 1));
    slots.set(key, [...(slots.get(key) ?? []), index]);
  }
  for (const heads of slots.values()) {
    const first = heads[0] as number;
    const last = heads[heads.length - 1] as number;
    if (heads.length < 2 || keptWords(facts, kept, 0, first) < ENOUGH) continue;
    if (keptWords(facts, kept, first, last + 2) === 0) continue;
    const root = rootOf(facts, first, last);
    if (!isAllItems(facts, kept, root, heads)) continue;
    const [, end] = blocksIn(facts, itemOf(facts, root, last));
    dropRange(kept, isNameBefore(facts, first) ? first - 1 : first, Math.max(end, last + 2));
    dropHeadingOver(facts, kept, first);
  }
};

/** A short heading that has lost all that stood under it. */
function dropHeadingOver(facts: PageFacts, kept: Uint8Array, first: number): void {
  const { tree, blocks, titleBlock } = facts;
  const before = kept.lastIndexOf(1, first);
  if (before < first - 2 || before <= titleBlock) return;
  if (isHeading[tree.tag[(blocks[before] as Block).node] as number]) kept[before] = 0;
}
