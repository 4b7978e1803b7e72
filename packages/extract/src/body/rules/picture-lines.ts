import { TAG, type Tree } from '@nashra/html';
import { PICTURE_CREDIT } from '../../picture-words.ts';
import type { Block } from '../blocks.ts';
import { CHAR } from '../characters.ts';
import type { PageFacts } from '../page-facts.ts';
import type { TextFacts } from '../scan.ts';
import { isHeading } from '../tag-sets.ts';
import { blockAt, hasPicture, hasTag, isOpen, wordsOf } from './rule.ts';

const MOST_WORDS = 30;
/** Whose picture it is: a sign, a word for it and a name, or both in brackets at the end. */
const CREDIT = new RegExp(
  `©\\s?\\p{L}|(?<!\\p{L})(?:${PICTURE_CREDIT})\\s?(?:[:：/]|(?:by|par|de)\\s(?=\\p{Lu}))|\\([^()]{0,30}(?:photo|foto|archives?|أرشيف|الصورة)[^()]{0,30}\\)\\P{L}*$|^\\P{L}*(?:(?:(?:ال)?صورة )?(?:(?:من )?(?:ال)?أرشيف(?:ية)?|توضيحية|تعبيرية)|ح\\.?\\s?م|(?:ph(?:oto)?s?\\.? )?archives?|file (?:photo|image|picture)|(?:ph\\.? )?d\\.?\\s?r\\.?|(?:(?:image|photo) d.)?illustration|supplied|handout|courtesy of [^.!?]{3,40})\\P{L}*$|(?:摄影?|攝影?|撮影|제공)[)）】\\]]?\\P{L}*$|(?:图片(?:来源)?|圖片(?:來源)?|摄影|攝影|写真|사진)\\s?[:：=]`,
  'iu',
);
/** «… (AFP)», «… (DR)»: in capitals at the end. */
const CREDITED = /\((?:Ph\.?\s?)?(?:D\.\s?R\.|\p{Lu}{2,8}(?:\s?\/\s?\p{Lu}{2,8})?)\)\P{L}*$/u;
/** «Des bidons attendent leur tour. DR»: the rights of the picture, behind what it shows. */
const RIGHTS = /[.!?…»”]\s+\(?D\.?R\.?\)?$/u;
/** Headings that head no part of a text right under its picture. */
const LOW = new Set<number>([TAG.h5, TAG.h6]);
/** Fewer words than a paragraph in slanted letters has. */
const SLIGHT_WORDS = 20;
/** Lines that may stand over a film: «Film of the day». */
const LABELS = 1;
/** What is text wherever it stands. */
const OWN = new Set<number>([TAG.pre, TAG.blockquote]);
/** Elements that set a line in small or slanted letters. */
const SLIGHT = new Set<number>([TAG.small, TAG.em, TAG.i, TAG.cite]);
const PICTURE = new Set<number>([TAG.img, TAG.picture, TAG.video, TAG.iframe]);
const FILMS = [TAG.video, TAG.iframe];
const FILM = new Set<number>(FILMS);

/** Whether all of a block's text lies in one element of small or slanted letters. */
function isSlight({ tag, parent, end }: Tree, { node, first, last }: Block): boolean {
  for (let up = parent[first] as number; up >= node && up > 0; up = parent[up] as number)
    if (SLIGHT.has(tag[up] as number)) return (end[up] as number) > last;
  return false;
}

/** The last picture between a block and what is said before it, 0 without one. */
function pictureBefore({ tree, blocks }: PageFacts, index: number): number {
  const { first } = blocks[index] as Block;
  const from = blocks[index - 1]?.last ?? 0;
  for (let at = first - 1; at > from; at--) if (PICTURE.has(tree.tag[at] as number)) return at;
  return 0;
}

/** Whether a picture shares a box with a line, and with nothing else but a label over a film. */
function isBoxed(facts: PageFacts, picture: number, index: number, isFilm: boolean): boolean {
  const { tree, blocks } = facts;
  let box = tree.parent[picture] as number;
  // The line has no element of its own, and follows the picture in theirs.
  const { node } = blocks[index] as Block;
  if (tree.tag[node] !== TAG.p && (box === node || tree.parent[box] === node)) return true;
  while (box > 0 && (tree.end[box] as number) <= (blocks[index] as Block).first)
    box = tree.parent[box] as number;
  return (
    tree.tag[box] !== TAG.li &&
    tree.tag[box] !== TAG.td &&
    blockAt(facts, box) >= index - (isFilm ? LABELS : 0) &&
    blockAt(facts, tree.end[box] as number) === index + 1
  );
}

/** Whether a line and a picture are all that a table has. */
function isInPictureTable(facts: PageFacts, index: number): boolean {
  const { tree, blocks, listOf } = facts;
  const table = listOf[index] as number;
  if (tree.tag[table] !== TAG.table || (blocks[index] as Block).links > 0) return false;
  const end = tree.end[table] as number;
  const isAlone = blockAt(facts, table) === index && blockAt(facts, end) === index + 1;
  return isAlone && hasPicture(tree, table, end);
}

/** Whether a film stands in a line that is alone in its box, and ends as no sentence does. */
function isAroundFilm({ tree, blocks, texts }: PageFacts, index: number): boolean {
  const { node, first, last, links } = blocks[index] as Block;
  const { lastClass } = texts[index] as TextFacts;
  if (tree.tag[node] !== TAG.div || links > 0 || lastClass === CHAR.stop) return false;
  if ((blocks[index + 1]?.first ?? tree.size) < (tree.end[node] as number)) return false;
  return (blocks[index - 1]?.last ?? 0) < node && hasTag(tree, first, last, FILMS);
}

/** Characters of a paragraph beside a picture and its line. */
const PARAGRAPH = 100;
/** What opens somebody's words, or a numbered part: both are text. */
const OPENED = /^(?:["“„«]|\d+[.)]\s)/u;

/** Whether a line of some words that ends as no sentence stands alone between paragraphs: of several in a row each is a card's, a step's, a mark. */
function isAmongParagraphs(facts: PageFacts, index: number): boolean {
  const { blocks } = facts;
  const words = wordsOf(facts, index);
  const isLine = words > 1 && words <= SLIGHT_WORDS && isOpen(facts, index);
  if (!isLine || OPENED.test((blocks[index] as Block).text)) return false;
  return [blocks[index - 1], blocks[index + 1]].every(
    (it) => (it?.chars ?? PARAGRAPH) >= PARAGRAPH,
  );
}

/**
 * Whether a short line right under a picture is said of that, told by no name of an element: it says whose picture it
 * is, or shares a box with a film alone. Under the one that leads a text, or alone between two paragraphs, it may be set in small or
 * slanted letters too, or end as no sentence does and share a box with the picture alone.
 */
export function isUnderPicture(facts: PageFacts, index: number, isFirst: boolean): boolean {
  const { tree, blocks, listOf } = facts;
  const block = blocks[index] as Block;
  const words = wordsOf(facts, index);
  if (words > MOST_WORDS) return false;
  if (listOf[index] !== 0) return isInPictureTable(facts, index);
  const tag = tree.tag[block.node] as number;
  const isLow = isFirst && LOW.has(tag);
  if ((isHeading[tag] === 1 && !isLow) || OWN.has(tag)) return false;
  const picture = pictureBefore(facts, index);
  if (picture === 0) return isAroundFilm(facts, index);
  const isFilm = FILM.has(tree.tag[picture] as number);
  if (!isFilm && (CREDIT.test(block.text) || RIGHTS.test(block.text))) return true;
  if (CREDITED.test(block.text) && isBoxed(facts, picture, index, false)) return true;
  if (!isFirst && !isFilm && !isAmongParagraphs(facts, index)) return false;
  if (!isFilm && words <= SLIGHT_WORDS && isSlight(tree, block)) return true;
  if (isLow) return isOpen(facts, index) && tree.parent[picture] === tree.parent[block.node];
  return isOpen(facts, index) && block.links === 0 && isBoxed(facts, picture, index, isFilm);
}
