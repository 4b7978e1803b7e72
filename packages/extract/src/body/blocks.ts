import { NODE, TAG, type Tree } from '@nashra/html';
import { isBlock, isBold, isItalic, isSkipped } from './tag-sets.ts';

/** A run of text between two block boundaries: a paragraph, a heading, a list item, a line of a div. */
export interface Block {
  /** The block element that holds the text. */
  readonly node: number;
  /** First and last text node, both inside. */
  readonly first: number;
  readonly last: number;
  /** White space collapsed, trimmed, never empty. */
  readonly text: string;
  /** Characters inside links, bold and italic elements, before white space is collapsed. */
  readonly linkChars: number;
  readonly boldChars: number;
  readonly italicChars: number;
  readonly rawChars: number;
  readonly links: number;
  /** Single line breaks inside. */
  readonly breaks: number;
  /** True when a pair of line breaks, not an element, bounds the block. */
  readonly split: boolean;
}

/** White space other than one plain space, which may stay as it is. */
const spaces = / [\s\u200b]+|(?:[^\S ]|\u200b)[\s\u200b]*/g;
const blank = /^[\s\u200b]*$/;
/** A link longer than this is a mistake of the markup (an unclosed `a`), not a link. */
const LONGEST_LINK = 1200;

/**
 * Links that lie around whole passages because nobody closed them: parsers repeat such an `a` in
 * every following block, so one address collects far more text than a link has.
 */
function brokenLinks(tree: Tree): ReadonlySet<string> {
  const chars = new Map<string, number>();
  const broken = new Set<string>();
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

/** Cuts the page into leaf blocks, in document order. At most `limit` of them. */
export function cutBlocks(tree: Tree, limit: number): Block[] {
  const blocks: Block[] = [];
  const broken = brokenLinks(tree);
  const open: number[] = [];
  let raw = '';
  let first = -1;
  let last = -1;
  let linkChars = 0;
  let boldChars = 0;
  let italicChars = 0;
  let links = 0;
  let breaks = 0;
  let pendingBreaks = 0;
  let split = false;
  let linkEnd = 0;
  let boldEnd = 0;
  let italicEnd = 0;

  const flush = (bySplit: boolean): void => {
    if (first >= 0) {
      const text = raw.replace(spaces, ' ').trim();
      if (text !== '') {
        const node = open.at(-1) ?? 0;
        blocks.push({
          node,
          first,
          last,
          text,
          linkChars,
          boldChars,
          italicChars,
          rawChars: raw.length,
          links,
          breaks,
          split: split || bySplit,
        });
      }
    }
    raw = '';
    first = -1;
    linkChars = boldChars = italicChars = links = breaks = pendingBreaks = 0;
    split = bySplit;
  };

  for (let node = 0; node < tree.size && blocks.length < limit; ) {
    while (open.length > 0 && (tree.end[open.at(-1) as number] as number) <= node) {
      flush(false);
      open.pop();
    }
    if (tree.kind[node] === NODE.text) {
      const text = tree.text(node);
      const isBlank = blank.test(text);
      if (!isBlank) {
        if (pendingBreaks >= 2) flush(true);
        else if (pendingBreaks === 1 && first >= 0) breaks++;
        pendingBreaks = 0;
        if (first < 0) first = node;
        last = node;
        if (node < linkEnd) linkChars += text.length;
        if (node < boldEnd) boldChars += text.length;
        if (node < italicEnd) italicChars += text.length;
        raw += text;
      } else if (first >= 0) raw += ' ';
      node++;
      continue;
    }
    const tag = tree.tag[node] as number;
    const end = tree.end[node] as number;
    if (isSkipped[tag]) {
      node = end;
      continue;
    }
    if (isBlock[tag]) {
      flush(false);
      open.push(node);
    } else if (tag === TAG.br) {
      pendingBreaks++;
      raw += ' ';
    } else if (tag === TAG.a) {
      const href = tree.attr(node, 'href') ?? '';
      if (href !== '' && !broken.has(href)) {
        linkEnd = Math.max(linkEnd, end);
        links++;
      }
    } else if (isBold[tag]) boldEnd = Math.max(boldEnd, end);
    else if (isItalic[tag]) italicEnd = Math.max(italicEnd, end);
    node++;
  }
  if (blocks.length < limit) flush(false);
  return blocks;
}
