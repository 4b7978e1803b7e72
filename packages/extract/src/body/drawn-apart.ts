import { FIRST_UNKNOWN_TAG, NODE, TAG, type Tree } from '@nashra/html';

/** Inline elements that pages make paragraphs of. */
export const mayPart = (tag: number): boolean =>
  tag === TAG.span || tag === TAG.font || tag === TAG.label || tag >= FIRST_UNKNOWN_TAG;

/** Characters of a sentence behind which a line of its own may begin. */
export const SENTENCE_CHARS = 40;
/** An element that is drawn as a block, by its own style. */
const DRAWN = /(?:^|;)\s*display\s*:\s*(?:block|flex|grid|table|list-item)/i;

/** Whether a name is a page's own, as «x-text» is. */
const isOwnName = (tree: Tree, node: number): boolean =>
  (tree.tag[node] as number) >= FIRST_UNKNOWN_TAG && tree.tagName(node).includes('-');

/** The element right before another one, in the same element and with nothing or white space between; 0 without one. */
function elementBefore(tree: Tree, node: number): number {
  const around = tree.parent[node] as number;
  for (let at = node; ; ) {
    let before = at - 1;
    while (before > around && tree.parent[before] !== around)
      before = tree.parent[before] as number;
    if (before <= around) return 0;
    if (tree.kind[before] === NODE.element) return before;
    if (tree.kind[before] === NODE.text && !tree.isBlank(before)) return 0;
    at = before;
  }
}

/** Marks from here on are as wide as a letter, and sentences behind them begin without a blank. */
const WIDE = 0x3000;
/** What holds a line of text, in which elements follow one another without being lines. */
const LINES = new Set<number>([TAG.p, TAG.pre, TAG.li, TAG.code]);
export const isLine = ({ tag }: Tree, node: number): boolean => LINES.has(tag[node] as number);
/** How a sentence begins, and how it does with nothing before it. */
const OPENS = /^\s*[\p{Lu}\p{Lo}\p{N}\p{Pi}"'„¿¡([–—-]/u;
const BLANK = /^\s/u;

/** The first text of an element, '' where it has none. */
function firstText(tree: Tree, node: number): string {
  for (let at = node + 1; at < (tree.end[node] as number); at++)
    if (tree.kind[at] === NODE.text && !tree.isBlank(at)) return tree.text(at);
  return '';
}

/** Whether an element has a sentence or more of its own: words of code and of lists are shorter. */
function isLong(tree: Tree, node: number): boolean {
  let bytes = 0;
  for (let at = node + 1; at < (tree.end[node] as number) && bytes < SENTENCE_CHARS; at++)
    if (tree.kind[at] === NODE.text) bytes += tree.textSize(at);
  return bytes >= SENTENCE_CHARS;
}

/** How the text before an element ends: the mark that ends its sentence, and whether a blank stands behind that. */
export interface SentenceEnd {
  readonly stop: number;
  readonly isSpaced: boolean;
}

/** Whether an element of the page's own name stands beside another one, and one of them is a sentence or more: a line of its own, whatever ends the other. */
export function isOwnLine(tree: Tree, node: number): boolean {
  if (!isOwnName(tree, node)) return false;
  const before = elementBefore(tree, node);
  return before > 0 && isOwnName(tree, before) && (isLong(tree, before) || isLong(tree, node));
}

/**
 * Whether an inline element is a line of its own behind one that ends a sentence: not even a blank parts the two, so that a sheet or a script of
 * the page draws them apart; or their style says so.
 */
export function isDrawnApart(tree: Tree, node: number, { stop, isSpaced }: SentenceEnd): boolean {
  const before = elementBefore(tree, node);
  const text = before === 0 ? '' : firstText(tree, node);
  if (!OPENS.test(text)) return false;
  if (tree.tag[before] !== tree.tag[node]) return false;
  if (DRAWN.test(tree.attr(node, 'style') ?? '')) return true;
  const isGlued = stop < WIDE && !isSpaced && tree.end[before] === node && !BLANK.test(text);
  return isGlued && isLong(tree, before);
}
