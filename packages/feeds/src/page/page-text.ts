import { NODE, TAG, type Tree } from '@nashra/html';
import { oneLine } from '../markup/plain-text.ts';

const HEADINGS: ReadonlySet<number> = new Set([TAG.h1, TAG.h2, TAG.h3, TAG.h4, TAG.h5, TAG.h6]);
const UNSEEN: ReadonlySet<number> = new Set([TAG.script, TAG.style, TAG.svg, TAG.noscript]);
/** What does not end a line of text. */
const INLINE: ReadonlySet<number> = new Set([
  TAG.a,
  TAG.b,
  TAG.strong,
  TAG.i,
  TAG.em,
  TAG.u,
  TAG.span,
  TAG.font,
  TAG.small,
  TAG.mark,
  TAG.bdi,
  TAG.bdo,
  TAG.wbr,
  TAG.abbr,
  TAG.q,
  TAG.sup,
  TAG.sub,
]);
/** Characters of a subtree that are read. */
const MOST = 20_000;

export const isHeading = (tree: Tree, node: number) => HEADINGS.has(tree.tag[node] as number);

/** The lines of text of a subtree: what stands in blocks of its own is a line of its own. */
export function linesOf(tree: Tree, node: number): string[] {
  const lines: string[] = [];
  let block = -1;
  let chars = 0;
  const end = tree.end[node] as number;
  for (let at = node; at < end && chars < MOST; at++) {
    if (tree.kind[at] === NODE.element && UNSEEN.has(tree.tag[at] as number)) {
      at = (tree.end[at] as number) - 1;
    } else if (tree.kind[at] === NODE.text) {
      const text = tree.text(at);
      const own = blockOf(tree, at, node);
      if (own === block) lines.push(`${lines.pop() ?? ''}${text}`);
      else lines.push(text);
      block = own;
      chars += text.length;
    } else if (tree.tag[at] === TAG.br) block = -1;
  }
  return lines.map(oneLine).filter((it) => it !== '');
}

function blockOf(tree: Tree, text: number, top: number): number {
  let at = tree.parent[text] as number;
  while (at > top && INLINE.has(tree.tag[at] as number)) at = tree.parent[at] as number;
  return at;
}

/** The first heading among so many nodes of a subtree; -1 for none. */
export function headingIn(tree: Tree, node: number, most: number): number {
  const end = Math.min(tree.end[node] as number, node + most);
  for (let at = node; at < end; at++) if (isHeading(tree, at)) return at;
  return -1;
}

/** Characters of a headline. */
export const MOST_CHARS = 300;
const MANY_WORDS = 4;
const MANY_LETTERS = 22;
const BARE =
  /^(?:read|lire|voir|see|show|continue|learn|اقرأ|إقرأ|المزيد|تابع|التفاصيل|شاهد)[\s\p{L}']{0,25}[.…»>→]*$/iu;

/** Whether a text may be a headline: several words, and no «read more». */
export function isHeadline(text: string): boolean {
  if (text.length > MOST_CHARS || BARE.test(text)) return false;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  // Names of sections and people are short, and dates have few letters.
  const words = text.split(/\s+/).length;
  return (
    letters * 2 > text.length && (letters >= MANY_LETTERS || (words >= MANY_WORDS && letters >= 12))
  );
}
