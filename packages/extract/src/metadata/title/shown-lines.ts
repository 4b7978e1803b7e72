import { NODE, TAG, type Tree } from '@nashra/html';
import { cutText } from '@nashra/text';
import { isHeading } from '../../body/tag-sets.ts';
import { holderOf, isSilent } from '../node-text.ts';
import { oneLine } from '../one-line.ts';

/** A line of text as a page shows it, whatever it is marked up as. */
export interface ShownLine {
  readonly text: string;
  /** A heading, or in bold or large letters, the whole of it. */
  readonly isLoud: boolean;
  readonly isHeading: boolean;
  /** The first paragraph of the text stands below it, with a few short lines between them at the most. */
  readonly isOverText: boolean;
  /** The lines before it, those with links too. */
  readonly at: number;
}

const MAX_LINES = 300;
const MAX_NODES = 6_000;
const MAX_LINE = 600;
/** Characters of a paragraph, and of one in Arabic or in ideographs, which say as much in fewer. */
const PARAGRAPH = 140;
const DENSE_PARAGRAPH = 90;
const DENSE = /[\p{Script=Arabic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}]/u;
/** Lines between a headline and the text: who wrote, when, where. */
const FEW_BETWEEN = 4;
/** Sizes of `font` that are larger than the text's. */
const LARGE = /^\s*(?:[4-7]|\+[1-4])\s*$/;
const LOUD_STYLE =
  /font-size\s*:\s*(?:1[89]|[2-9]\d)(?:\.\d+)?px|font-size\s*:\s*(?:1[4-9]|[2-9]\d)(?:\.\d+)?pt|font-size\s*:\s*(?:(?:x+-)?large|larger|1\.[2-9]\d*r?em|[2-4](?:\.\d+)?r?em|1[2-9]\d%|[2-4]\d\d%)|font-weight\s*:\s*(?:bold|[6-9]00)/i;

/** Whether an element sets all that is in it in bold or large letters. */
function isLoudElement(tree: Tree, node: number): boolean {
  switch (tree.tag[node]) {
    case TAG.b:
    case TAG.strong:
    case TAG.big:
      return true;
    case TAG.font:
      if (LARGE.test(tree.attr(node, 'size') ?? '')) return true;
  }
  const style = tree.attr(node, 'style');
  return style !== null && style !== undefined && LOUD_STYLE.test(style);
}

/** A line that is being read. */
interface OpenLine {
  text: string;
  /** What of it is in bold or large letters. */
  loud: string;
  isHeading: boolean;
  hasLink: boolean;
}

/** The lines that a page shows, and what of them is in bold or large letters, up to where its text begins and some more, without those that have links; a bound on all of it. */
export function shownLines(tree: Tree): readonly ShownLine[] {
  const lines: OpenLine[] = [];
  let open: OpenLine = { text: '', loud: '', isHeading: false, hasLink: false };
  const close = (): void => {
    const text = oneLine(open.text);
    if (text !== '') lines.push({ ...open, text, loud: oneLine(open.loud) });
    open = { text: '', loud: '', isHeading: false, hasLink: false };
  };
  let holder = -1;
  let loudEnd = 0;
  let linkEnd = 0;
  const stop = Math.min(tree.size, MAX_NODES);
  for (let node = 1; node < stop && lines.length < MAX_LINES; node++) {
    if (tree.kind[node] === NODE.element) {
      const tag = tree.tag[node] as number;
      const end = tree.end[node] as number;
      if (tag === TAG.head || isSilent(tag)) node = end - 1;
      else if (tag === TAG.br) close();
      else if (tag === TAG.a && tree.attr(node, 'href') !== null) linkEnd = Math.max(linkEnd, end);
      if (loudEnd < end && isLoudElement(tree, node)) loudEnd = end;
      continue;
    }
    if (tree.kind[node] !== NODE.text || tree.isBlank(node)) continue;
    const around = holderOf(tree, node);
    if (around !== holder) close();
    holder = around;
    const text = cutText(tree.text(node), MAX_LINE);
    if (open.text.length < MAX_LINE) open.text += text;
    open.isHeading ||= isHeading[tree.tag[around] as number] === 1;
    if ((node < loudEnd || open.isHeading) && open.loud.length < MAX_LINE) open.loud += text;
    open.hasLink ||= node < linkEnd;
  }
  close();
  const begins = lines.findIndex(
    ({ text, hasLink }) =>
      !hasLink && text.length >= (DENSE.test(text) ? DENSE_PARAGRAPH : PARAGRAPH),
  );
  return lines.flatMap(({ hasLink, ...line }, at) => {
    const { text, loud } = line;
    if (hasLink) return [];
    const isOverText = at < begins && begins - at <= FEW_BETWEEN + 1;
    const whole = { text, isLoud: loud === text, isHeading: line.isHeading, isOverText, at };
    return loud === '' || whole.isLoud ? [whole] : [whole, { ...whole, text: loud, isLoud: true }];
  });
}
