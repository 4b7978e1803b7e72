import { type Arena, attributeId, hashBytes, NODE, rowOf, TAG, type Tree } from '@nashra/html';

/** A link longer than this is a mistake of the markup (an unclosed `a`), not a link. */
const LONGEST_LINK = 1200;
const HREF = attributeId('href');
/** Sums of the quick look, a power of two; addresses may share one. */
const SUMS = 1 << 10;
/** Addresses of a site differ at their ends. */
const TOLD_BY = 16;

/** The row of an element's address, -1 when it has none or an empty one. */
function hrefRow(tree: Tree, node: number): number {
  const row = rowOf(tree, node, HREF);
  return row >= 0 && tree.valueTo(row) > tree.valueFrom(row) ? row : -1;
}

/** Which sum an address belongs to. */
function placeOf(tree: Tree, row: number): number {
  const to = tree.valueTo(row);
  const from = tree.valueFrom(row);
  const hash = hashBytes(tree.bytes, to - from > TOLD_BY ? to - TOLD_BY : from, to);
  return (hash ^ (hash >>> 16)) & (SUMS - 1);
}

/** Whether any address may collect too much text: sizes are of the source, which no text exceeds. */
function mayBreak(tree: Tree, memory: Arena): boolean {
  const sums = memory.ints(SUMS);
  let linkEnd = 0;
  let at = 0;
  for (let node = 0; node < tree.size; node++) {
    if (tree.kind[node] === NODE.element) {
      if (tree.tag[node] !== TAG.a) continue;
      const row = hrefRow(tree, node);
      linkEnd = row < 0 ? 0 : (tree.end[node] as number);
      if (row >= 0) at = placeOf(tree, row);
    } else if (node < linkEnd) {
      sums[at] = (sums[at] as number) + tree.textSize(node);
      if ((sums[at] as number) > LONGEST_LINK) return true;
    }
  }
  return false;
}

/**
 * Links that lie around whole passages because nobody closed them: parsers repeat such an `a` in
 * every following block, so one address collects far more text than a link has.
 */
export function brokenLinks(tree: Tree, memory: Arena): ReadonlySet<string> {
  const broken = new Set<string>();
  if (!mayBreak(tree, memory)) return broken;
  const chars = new Map<string, number>();
  let linkEnd = 0;
  let href = '';
  for (let node = 0; node < tree.size; node++) {
    if (tree.kind[node] === NODE.element) {
      if (tree.tag[node] !== TAG.a) continue;
      href = tree.attr(node, 'href') ?? '';
      linkEnd = tree.end[node] as number;
    } else if (node < linkEnd && href !== '') {
      const sum = (chars.get(href) ?? 0) + tree.text(node).length;
      chars.set(href, sum);
      if (sum > LONGEST_LINK) broken.add(href);
    }
  }
  return broken;
}

/** Whether an `a` leads somewhere, and ends where its text does. */
export function isLink(tree: Tree, node: number, broken: ReadonlySet<string>): boolean {
  const row = hrefRow(tree, node);
  return row >= 0 && (broken.size === 0 || !broken.has(tree.attrValue(row)));
}
