import { attributeId, rowOf, TAG } from '@nashra/html';
import { HINT } from '../../metadata/class-vocabulary.ts';
import { hintsOf } from '../../metadata/class-words.ts';
import type { Block } from '../blocks.ts';
import type { PageFacts } from '../page-facts.ts';
import type { TextFacts } from '../scan.ts';
import {
  blocksIn,
  dropRange,
  isLineOf,
  isOpen,
  keptBlocks,
  keptWords,
  type Rule,
  wordsOf,
} from './rule.ts';

const CLASS = attributeId('class');
/** Kept blocks at the end of a body among which a life stands. */
const EDGE = 3;
const LIFE_WORDS = [8, 70] as const;
const NAME_WORDS = 4;
const HEADING_WORDS = 25;
/** Bytes of such a heading. */
const HEADING_CHARS = 80;
/** A body of fewer words may be the life itself. */
const ENOUGH = 40;

/** The heading over the life of who wrote. */
const ABOUT =
  /^\P{L}*(?:about (?:the (?:author|writer|reporter)s?|this (?:article|story|post))|(?:à propos de|über|sobre|informazioni su) (?:cet article|diesen (?:artikel|beitrag)|este artículo|este artigo|questo articolo)|à propos de l.aut(?:eur|rice)|l.auteur(?:e|rice)?|über (?:den autor|die autorin)|zum autor|zur autorin|sobre (?:el autor|la autora|o autor|a autora)|sull.autore|l.autrice|(?:عن|حول|نبذة عن) (?:الكاتبة?|المؤلفة?|الصحفية?))\P{L}*$/iu;
/** How a line on who wrote goes on behind the name. */
const OPENS_LIFE =
  /^,? ?(?:is|has (?:been|covered|written|reported|worked|edited)|writes|covers|reports|lives|works|teaches|joined|studied|est|écrit|couvre|vit|travaille|enseigne|ist|schreibt|arbeitet|lebt|studierte|es|escribe|cubre|vive|trabaja|è|scrive|lavora|é|escreve|trabalha|schrijft|werkt|woont|هو|هي|صحفية?|صحافية?|كاتبة?|باحثة?|أستاذة?|يكتب|تكتب)(?!\p{L})/iu;

/** Whether the second of two blocks opens with the first, a name: the life of who wrote. */
function isLife(facts: PageFacts, name: number, life: number): boolean {
  const { tokens, texts, blocks, tree } = facts;
  const count = wordsOf(facts, name);
  const words = wordsOf(facts, life);
  if (count < 2 || count > NAME_WORDS || words < LIFE_WORDS[0] || words > LIFE_WORDS[1])
    return false;
  const { digits, ideographs } = texts[name] as TextFacts;
  if (digits + ideographs > 0) return false;
  const holder = tree.parent[(blocks[name] as Block).node] as number;
  if ((blocks[life] as Block).first >= (tree.end[holder] as number)) return false;
  const from = (texts[name] as TextFacts).tokenStart;
  const to = (texts[life] as TextFacts).tokenStart;
  for (let at = 0; at < count; at++) {
    if (tokens.hashes[from + at] !== tokens.hashes[to + at]) return false;
  }
  // A heading's words may open its text too.
  const { text } = blocks[name] as Block;
  return facts.metadata.authors.includes(text) || goesOnAsLife(blocks[life] as Block, text);
}

/** Whether a block opens with a name, and goes on with what that one is or does. */
const goesOnAsLife = ({ text }: Block, name: string): boolean => {
  if (!text.startsWith(name)) return false;
  const isApart = /^\s*[,،]/u.test(text.slice(name.length)) && !/\s\p{Ll}/u.test(name);
  return isApart || OPENS_LIFE.test(text.slice(name.length));
};

/** What one is, as the life under a name begins. */
const OFFICE =
  /^(?:صحفية?|صحافية?|كاتبة?|مراسلة?|محررة?|إعلامية?|باحثة?|(?:an? )?(?:freelance )?(?:journalist|reporter|writer|editor|columnist|correspondent)|(?:grande? )?reporter|journaliste|rédact(?:eur|rice)|correspondante?|chroniqueu(?:r|se)|redakteur(?:in)?|journalistin|periodista|redactora?|giornalista|jornalista|redatora?)(?!\p{L})/iu;

/** Whether the last two blocks are a name and what one of that name is. */
function isOfficeUnder(facts: PageFacts, name: number, life: number): boolean {
  const words = wordsOf(facts, name);
  const { digits, ideographs } = facts.texts[name] as TextFacts;
  const isName = words >= 2 && words <= NAME_WORDS && digits + ideographs === 0;
  if (!isName || !isOpen(facts, name)) return false;
  const { text } = facts.blocks[life] as Block;
  return wordsOf(facts, life) <= LIFE_WORDS[1] && OFFICE.test(text);
}

/** Whether a block opens with the name of who signed the page, and goes on about them. */
function tellsOfSigner(facts: PageFacts, index: number): boolean {
  const words = wordsOf(facts, index);
  if (words < LIFE_WORDS[0] || words > LIFE_WORDS[1]) return false;
  const { text } = facts.blocks[index] as Block;
  return facts.metadata.authors.some(
    (name) =>
      name.includes(' ') && text.startsWith(`${name} `) && OPENS_LIFE.test(text.slice(name.length)),
  );
}

/** «Jane Doe is a reporter in …», whoever signed. */
const LIFE =
  /^\p{Lu}[\p{L}.'’-]+(?:\s\p{Lu}[\p{L}.'’-]+){1,3},?\s(?:is|est|ist|es|è|é)\s(?:also |aussi )?(?:an?|une?|l[ea]|the|our|eine?|un[oa]?)\s(?:[\p{L}’'-]+\s){0,4}(?:reporter|journalist|writer|editor|correspondent|columnist|contributor|freelancer?|journaliste|rédact(?:eur|rice)|correspondante?|chroniqueu(?:r|se)|redakteur(?:in)?|journalistin|periodista|giornalista|jornalista)(?!\p{L})/u;

/** The way to all that somebody wrote: «Tous ses articles». */
const ALL_WRITTEN =
  /^\P{L}*(?:tous|toutes|all|more|كل|جميع|المزيد|todos?|todas|alle|mehr|tutti)(?!\p{L})[^.!?]{0,24}(?:articles?|posts?|stories|billets|chroniques|مقالات|مواضيع|artículos|beiträge|artikel|articoli|artigos)/iu;
/** Blocks of the box of who wrote. */
const BOX_BLOCKS = 3;

/** Whether a block stands in a small box that ends with the way to all that somebody wrote. */
function isOverAllWritten(facts: PageFacts, index: number): boolean {
  const { tree, blocks } = facts;
  const [from, to] = blocksIn(facts, tree.parent[(blocks[index] as Block).node] as number);
  if (to - from > BOX_BLOCKS || index >= to - 1) return false;
  const { links, text } = blocks[to - 1] as Block;
  return links > 0 && ALL_WRITTEN.test(text);
}

/** Whether a block opens with that heading, and goes on behind a break. */
function isHeadedLife({ tree, blocks }: PageFacts, index: number): boolean {
  const { breaks, first, last, linkChars, chars } = blocks[index] as Block;
  if (breaks === 0 || first >= last || linkChars === chars) return false;
  return tree.textSize(first) <= HEADING_CHARS && ABOUT.test(tree.text(first).trim());
}

/** Elements around a block whose names are asked. */
const STEPS = 2;
/** How a text on somebody begins: a name of two or three words, and what goes on about that one. */
const ON_SOMEBODY =
  /^\p{Lu}[\p{L}.'’-]+(?:\s\p{Lu}[\p{L}.'’-]+){1,2},?\s(?:(?:is|was|has|est|a|ist|hat|wurde|es|nació|ha|è|é|nasceu)(?!\p{L})|\p{Ll}+(?:s|t|e|a)\s)/u;

/** Whether a block tells of somebody in a box below the text whose name says that it is of who wrote. */
function isInAuthorBox({ tree, blocks }: PageFacts, index: number): boolean {
  const { node, text } = blocks[index] as Block;
  if (!ON_SOMEBODY.test(text)) return false;
  let up = node;
  for (let step = 0; step < STEPS && up > 0; step++) {
    const row = rowOf(tree, up, CLASS);
    if (row >= 0 && (hintsOf(tree, row) & (HINT.author | HINT.bio)) !== 0) return true;
    up = tree.parent[up] as number;
  }
  return false;
}

/** Takes out the life under a heading over it, to the end of the body. */
function dropLife(facts: PageFacts, kept: Uint8Array, heading: number): void {
  const words = keptWords(facts, kept, heading + 1);
  if (words <= 2 * LIFE_WORDS[1]) dropRange(kept, heading, kept.length);
}

/** Takes out what is told of who wrote, below the text. */
export const dropLives: Rule = (facts, kept) => {
  if (keptWords(facts, kept) < ENOUGH) return;
  const { tree, blocks, headingBefore } = facts;
  const textOf = (index: number): string => (blocks[index] as Block).text;
  const order = [...keptBlocks(kept)];
  for (const index of order.slice(-EDGE)) {
    if (index > 0 && isLife(facts, index - 1, index)) dropRange(kept, index - 1, index + 1);
    const isQuote = tree.tag[(blocks[index] as Block).node] === TAG.blockquote;
    const isLast = index === order.at(-1) && !isQuote;
    if (isLast && index > 0 && isOfficeUnder(facts, index - 1, index))
      dropRange(kept, index - 1, index + 1);
    const isLong = wordsOf(facts, index) <= LIFE_WORDS[1];
    if (
      isLast &&
      (tellsOfSigner(facts, index) ||
        (isLong && (LIFE.test(textOf(index)) || isInAuthorBox(facts, index))))
    )
      kept[index] = 0;
    if (isLong && (isOverAllWritten(facts, index) || isHeadedLife(facts, index))) kept[index] = 0;
    const isHeading = (at: number): boolean =>
      isLineOf(facts, at, HEADING_WORDS) && ABOUT.test(textOf(at));
    const heading = isHeading(index) ? index : (headingBefore[index] as number);
    if (heading >= 0 && isHeading(heading)) dropLife(facts, kept, heading);
  }
};
