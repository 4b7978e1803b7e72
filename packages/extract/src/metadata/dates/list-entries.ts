import { NODE, TAG, type Tree } from '@nashra/html';
import { isTeaser } from './teasers.ts';

const STEPS_UP = 4;
/** Nodes of an item that are looked at. */
const MAX_ITEM = 60;
const HEADLINE_CHARS = 12;
const DATED = /(?:19|20)\d\d|\d[./-]\d\d?[./-]\d|\d\s*:\s*\d\d|[٠-٩]{2}/;

/**
 * True for what stands in an item of a list beside a link: such a day is likely the linked piece's. A link around it is
 * but its own address. Items of any element are told by a neighbour that has a link and a day too.
 */
export function isOfEntry(tree: Tree, node: number, headline: number): boolean {
  let item = tree.parent[node] as number;
  for (let step = 0; step < STEPS_UP && item > 0; step++) {
    const end = tree.end[item] as number;
    if (item <= headline && headline < end) return false;
    const isListed = tree.tag[item] === TAG.li;
    if (isListed && hasLink(tree, item, node, 0)) return true;
    if (end - item > MAX_ITEM) return false;
    if (hasLink(tree, item, -1, HEADLINE_CHARS) && hasTwin(tree, item)) return true;
    if (isTeaser(tree, item, headline)) return true;
    if (isListed) return false;
    // Pieces or readers' words, each an article of its own, or behind a name in bold.
    const isOfWords = tree.tag[item] === TAG.article || opensWithName(tree, item, node);
    if (isOfWords && hasTwin(tree, item, isDated)) return true;
    item = tree.parent[item] as number;
  }
  return false;
}

const BOLD = new Set<number>([TAG.b, TAG.strong, TAG.cite]);
const NAME_CHARS = 30;

/** Whether an item begins with a few letters in bold, and a day behind them. */
function opensWithName(tree: Tree, item: number, node: number): boolean {
  let first = item + 1;
  while (first < node && tree.kind[first] === NODE.text && tree.isBlank(first)) first++;
  if (first >= node || !BOLD.has(tree.tag[first] as number)) return false;
  return textSize(tree, first, tree.end[first] as number) <= NAME_CHARS;
}

/** Whether an item holds a link of so many characters that does not lie around a node. */
function hasLink(tree: Tree, item: number, node: number, chars: number): boolean {
  const end = Math.min(tree.end[item] as number, item + MAX_ITEM);
  for (let inside = item; inside < end; inside++) {
    const to = tree.end[inside] as number;
    const isAround = inside < node && node < to;
    if (tree.tag[inside] === TAG.a && !isAround && textSize(tree, inside, to) >= chars) return true;
  }
  return false;
}

function textSize(tree: Tree, from: number, to: number): number {
  let size = 0;
  for (let at = from; at < to; at++) if (tree.kind[at] === NODE.text) size += tree.textSize(at);
  return size;
}

/** Whether the element before or after an item is such an item too. */
function hasTwin(tree: Tree, item: number, isTwin = isDatedLink): boolean {
  const parent = tree.parent[item] as number;
  let before = -1;
  for (let at = parent + 1; at < item; at = tree.end[at] as number) {
    if (tree.kind[at] === NODE.element) before = at;
  }
  let after = tree.end[item] as number;
  const end = tree.end[parent] as number;
  while (after < end && tree.kind[after] !== NODE.element) after = tree.end[after] as number;
  return [before, after < end ? after : -1].some(
    (twin) => twin > 0 && isAlike(tree, twin, item) && isTwin(tree, twin),
  );
}

/** From one template: the same tag, and the same first class if any. */
function isAlike(tree: Tree, a: number, b: number): boolean {
  const nameOf = (node: number): string =>
    (tree.attr(node, 'class') ?? '').trim().split(/\s/, 1)[0] ?? '';
  return tree.tag[a] === tree.tag[b] && nameOf(a) === nameOf(b);
}

function isDated(tree: Tree, item: number): boolean {
  const end = tree.end[item] as number;
  if (end - item > MAX_ITEM) return false;
  for (let at = item + 1; at < end; at++) {
    if (tree.tag[at] === TAG.time) return true;
    if (tree.kind[at] === NODE.text && DATED.test(tree.text(at))) return true;
  }
  return false;
}

const isDatedLink = (tree: Tree, item: number): boolean =>
  isDated(tree, item) && hasLink(tree, item, -1, HEADLINE_CHARS);

/** When a film was put up, or how long it is. */
const UPLOADED =
  /^\P{L}*(?:uploaded|hochgeladen|mise? en ligne sur youtube|subido|caricato|enviado(?! por)|رفع|تم الرفع)(?!\p{L})|\d\s?(?:views|vues|aufrufe|visualizaciones|visualizzazioni|مشاهدة)\P{L}/iu;

/** True for a line in a small box around a film, or one that says so itself: when that was put up. */
export function isOfFilm(tree: Tree, node: number): boolean {
  if (tree.kind[node] === NODE.text && UPLOADED.test(tree.text(node))) return true;
  const box = tree.parent[tree.parent[node] as number] as number;
  const end = tree.end[box] as number;
  if (end - box > MAX_FLASH) return false;
  for (let at = box + 1; at < end; at++) {
    const tag = tree.tag[at];
    if (tag === TAG.h1) return false;
    if (tag === TAG.iframe || tag === TAG.video || tag === TAG.embed) return true;
  }
  return false;
}

/** Nodes of a box above the headline that tells of one other piece. */
const MAX_FLASH = 14;

/** True for a time above the headline, in a small box with a link: what was just published elsewhere. */
export function isOfFlash(tree: Tree, node: number, headline: number): boolean {
  if (node >= headline) return false;
  const box = tree.parent[node] as number;
  const end = tree.end[box] as number;
  return end <= headline && end - box <= MAX_FLASH && hasLink(tree, box, node, HEADLINE_CHARS);
}
