import { NODE, TAG, type Tree } from '@nashra/html';
import { headsAside } from './aside-headings.ts';
import { HINT } from './class-vocabulary.ts';
import { nodeText } from './node-text.ts';

/** Elements around the page's content, and boxes beside it. */
export const FRAME = new Set([TAG.aside, TAG.nav, TAG.footer, TAG.form, TAG.dialog]);

/** Where the page's h1 elements are, known before the walk comes to them. */
export class TitleNodes {
  readonly #nodes: number[] = [];

  constructor({ tag, size }: Tree) {
    for (let node = 1; node < size && this.#nodes.length <= MAX_TITLES; node++) {
      if (tag[node] === TAG.h1) this.#nodes.push(node);
    }
  }

  /** Whether a range holds an h1 that may be the headline; pages of many are lists. */
  isAround(from: number, to: number, isFrame = false): boolean {
    if (isFrame || this.#nodes.length > MAX_TITLES) return false;
    return this.#nodes.some((node) => node > from && node < to);
  }
}

/** Pages with more h1 elements than this name others' pages by them. */
const MAX_TITLES = 3;
/** Nodes between a headline and the box of its own byline, and what such a box has at most. */
const BYLINE_GAP = 4;
const NAMED_GAP = 12;
const BYLINE_NODES = 40;
const LONGEST_HEADING = 80;
/** What a byline opens with, or a year in it. */
const SIGNED =
  /^(?:by|par|von|por|di|door|بقلم|كتبت?|إعداد)\s*:?\s+\p{L}|(?:19|20)\d\d|[٢۲۱][٠۰۴۳][٠-٩۰-۹]{2}/iu;
const LONGEST_LINE = 100;
/** A teaser has fewer nodes, and so has a box of notes on the article. */
const TEASER_NODES = 100;
const NOTE_NODES = 160;
/** A heading this near to the beginning of an element stands over all of it. */
const FIRST_NODES = 12;
/** A link this long is another page's headline. */
const HEADLINE_CHARS = 18;
const OVER_READERS =
  /^\P{L}*(?:(?:vos |les |une? |aucun )?(?:réactions?|commentaires?)|(?:reader |user |one |no )?comments?|kommentare?|comentarios?|comentários?|commenti|reacties|(?:ال)?(?:تعليق(?:ات|ان|ا)?|تعاليق))(?:\P{L}|$)/iu;
const READERS =
  /comment|r[eé]action|repl(?:y|ies)|discuss|disqus|kommentar|related|recommend|popular|latest|most-?read|trending/i;

/** A box right under the headline, or right above it, holds its byline, whatever its name, when it is as small as one. */
export function isAtHeadline(
  tree: Tree,
  node: number,
  titleEnd: number,
  titles: TitleNodes,
  hints: number,
): boolean {
  const tag = tree.tag[node] as number;
  if (FRAME.has(tag) && tag !== TAG.aside) return false;
  const isNamed = (hints & (HINT.author | HINT.date)) !== 0;
  const end = tree.end[node] as number;
  if (end - node > BYLINE_NODES) return false;
  const gap = isNamed ? NAMED_GAP : BYLINE_GAP;
  const isUnder = titleEnd > 0 && node - titleEnd <= gap;
  const isAbove = tag === TAG.aside && titles.isAround(end - 1, end + BYLINE_GAP);
  if (!isUnder && !isAbove) return false;
  for (let at = node + 1; at < end; at++) {
    if (tree.tag[at] === TAG.time || tree.tag[at] === TAG.address) return true;
  }
  const line = nodeText(tree, node, LONGEST_LINE + 1);
  return line.length <= LONGEST_LINE && (isNamed || SIGNED.test(line));
}

/** After the headline: quoted posts, teasers (articles that begin with a link), and headings over others' pages. */
export function isOthers(tree: Tree, node: number, tag: number, titles: TitleNodes): boolean {
  if (tag === TAG.blockquote) return true;
  if (tag === TAG.article) {
    const end = tree.end[node] as number;
    return end - node < TEASER_NODES && !titles.isAround(node, end) && beginsWithLink(tree, node);
  }
  if (tag < TAG.h2 || tag > TAG.h6) return false;
  return headsAside(nodeText(tree, node, LONGEST_HEADING));
}

/** Whether a heading stands over what readers wrote. */
export const isOverReaders = (tree: Tree, heading: number): boolean =>
  OVER_READERS.test(nodeText(tree, heading, LONGEST_HEADING));

/** Of boxes beside the content, those that hold nothing on the article itself. */
export function isStranger(tree: Tree, node: number): boolean {
  const tag = tree.tag[node] as number;
  if (tag !== TAG.aside && FRAME.has(tag) && !isNoteOf(tree, node)) return true;
  const end = tree.end[node] as number;
  if (end - node > NOTE_NODES) return true;
  if (isReaders(tree, node)) return true;
  let linkEnd = 0;
  for (let at = node + 1; at < end; at++) {
    if (tree.tag[at] === TAG.a) linkEnd = tree.end[at] as number;
    else if (at < linkEnd && isHeadlineLong(tree, at)) return true;
  }
  return false;
}

/** A `footer` inside an `article` may hold its byline. */
function isNoteOf(tree: Tree, node: number): boolean {
  if (tree.tag[node] !== TAG.footer) return false;
  const parent = tree.parent[node] as number;
  return (
    tree.tag[parent] === TAG.article || tree.tag[tree.parent[parent] as number] === TAG.article
  );
}

const isHeadlineLong = (tree: Tree, text: number): boolean =>
  tree.textSize(text) >= HEADLINE_CHARS && tree.text(text).trim().length >= HEADLINE_CHARS;

function beginsWithLink(tree: Tree, node: number): boolean {
  let linkEnd = 0;
  const end = tree.end[node] as number;
  for (let at = node + 1; at < end; at++) {
    if (tree.tag[at] === TAG.a) linkEnd = tree.end[at] as number;
    else if (tree.kind[at] === NODE.text && !tree.isBlank(at)) return at < linkEnd;
  }
  return false;
}

/** The box that a heading stands over: its parent, or the next element where the headline is in there too. */
export function boxOf(tree: Tree, heading: number, titles: TitleNodes): number {
  const parent = tree.parent[heading] as number;
  const end = tree.end[parent] as number;
  const isOver = heading - parent < FIRST_NODES && !titles.isAround(parent, end);
  if (isOver && tree.tag[parent] !== TAG.body) return parent;
  for (let next = tree.end[heading] as number; next < end; next = tree.end[next] as number) {
    if (tree.kind[next] === NODE.element) return next;
  }
  return heading;
}

/** Bytes of a paragraph, and as many of them as no teaser has. */
const LONG_TEXT = 200;
const PARAGRAPHS = 3;
/** Boxes may lie in boxes, so none is looked through to its end. */
const MOST_NODES = 1_000;

/** Whether a box has the paragraphs of an article, whatever its class says; what readers wrote has them too. */
export function isText(tree: Tree, node: number): boolean {
  if (FRAME.has(tree.tag[node] as number) || isReaders(tree, node)) return false;
  let count = 0;
  let linkEnd = 0;
  const end = Math.min(tree.end[node] as number, node + MOST_NODES);
  for (let at = node + 1; at < end && count < PARAGRAPHS; at++) {
    if (tree.tag[at] === TAG.a) linkEnd = tree.end[at] as number;
    else if (at >= linkEnd && tree.kind[at] === NODE.text && tree.textSize(at) >= LONG_TEXT)
      count++;
  }
  return count === PARAGRAPHS;
}

const isReaders = (tree: Tree, node: number): boolean =>
  READERS.test(`${tree.attr(node, 'class') ?? ''} ${tree.attr(node, 'id') ?? ''}`);

/** Boxes beside the content, by their tag or their name; the content's own element is none. */
export function isBeside(tag: number, hints: number): boolean {
  if (FRAME.has(tag)) return true;
  if ((hints & HINT.aside) === 0 || (hints & HINT.body) !== 0) return false;
  return tag !== TAG.main && tag !== TAG.body;
}
