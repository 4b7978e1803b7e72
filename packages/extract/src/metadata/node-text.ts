import { NODE, TAG, type Tree } from '@nashra/html';
import { cutText } from '@nashra/text';
import { oneLine } from './one-line.ts';

const flags = (tags: readonly number[]): Uint8Array => {
  const table = new Uint8Array(256);
  for (const tag of tags) table[tag] = 1;
  return table;
};

const SILENT = flags([
  TAG.script,
  TAG.style,
  TAG.noscript,
  TAG.template,
  TAG.svg,
  TAG.button,
  TAG.select,
  TAG.textarea,
  TAG.iframe,
]);

const INLINE = flags([
  TAG.a,
  TAG.b,
  TAG.i,
  TAG.em,
  TAG.strong,
  TAG.u,
  TAG.s,
  TAG.small,
  TAG.font,
  TAG.sub,
  TAG.sup,
  TAG.mark,
  TAG.q,
  TAG.cite,
  TAG.abbr,
  TAG.time,
  TAG.wbr,
  TAG.bdi,
  TAG.bdo,
  TAG.span,
]);

/** Inline elements that templates draw the parts of a line with; one of two neighbours is a span then. */
const PART = flags([TAG.span, TAG.a, TAG.b, TAG.strong, TAG.time]);

/** Elements whose text is not shown, or not prose. */
export function isSilent(tag: number): boolean {
  return SILENT[tag] === 1;
}

/** Elements that do not start a line of their own. */
export function isInline(tag: number): boolean {
  return INLINE[tag] === 1;
}

/** The element around a text that starts a line of its own. */
export function holderOf(tree: Tree, text: number): number {
  let node = tree.parent[text] as number;
  while (node > 0 && isInline(tree.tag[node] as number)) node = tree.parent[node] as number;
  return node;
}

/**
 * The shown text of a subtree on one line, spaces folded, at most about `max` characters.
 * Spans count as breaks between one another and beside links: templates draw the parts of a line with them.
 */
export function nodeText(tree: Tree, node: number, max: number): string {
  let out = '';
  const stop = tree.end[node] as number;
  let breakAt = -1;
  for (let i = node; i < stop && out.length < max; i++) {
    if (i >= breakAt && breakAt >= 0) {
      out += ' ';
      breakAt = -1;
    }
    const kind = tree.kind[i];
    if (kind === NODE.text) out += cutText(tree.text(i), max);
    if (kind !== NODE.element || i === node) continue;
    const tag = tree.tag[i] as number;
    const end = tree.end[i] as number;
    if (isSilent(tag)) {
      i = end - 1;
    } else if (!isInline(tag)) {
      out += ' ';
      breakAt = Math.max(breakAt, end);
    } else if (PART[tag] === 1 && tree.kind[i - 1] === NODE.text && isApart(tree, i)) {
      out += ' ';
    }
  }
  return oneLine(out);
}

/** True when the element right before, without a blank between, is a part too, and one of both is a span. */
function isApart(tree: Tree, node: number): boolean {
  let above = tree.parent[node - 1] as number;
  while (above > 0 && tree.parent[above] !== tree.parent[node])
    above = tree.parent[above] as number;
  if (above <= 0 || tree.end[above] !== node) return false;
  const before = tree.tag[above] as number;
  return PART[before] === 1 && (before === TAG.span || tree.tag[node] === TAG.span);
}
