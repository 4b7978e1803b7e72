import { NODE, TAG, type Tree, UnitBuffer } from '@nashra/html';
import { brokenLinks, isLink } from './broken-links.ts';
import { CHAR, charClass } from './characters.ts';
import { isBlock, isBold, isItalic, isSkipped } from './tag-sets.ts';

/** A run of text between two block boundaries: a paragraph, a heading, a list item, a line of a div. */
export interface Block {
  /** The block element that holds the text. */
  readonly node: number;
  /** First and last text node, both inside. */
  readonly first: number;
  readonly last: number;
  /** Range of the page's units: white space collapsed, trimmed, never empty. */
  readonly from: number;
  readonly to: number;
  /** Length of the text. */
  readonly chars: number;
  /** The text as a string, made each time it is asked for: most are never. */
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

const SPACE = 32;

/** A block that is being read. */
class OpenBlock implements Block {
  node = 0;
  first = -1;
  last = -1;
  to = 0;
  linkChars = 0;
  boldChars = 0;
  italicChars = 0;
  rawChars = 0;
  links = 0;
  breaks = 0;
  split: boolean;
  readonly from: number;
  readonly #units: UnitBuffer;

  constructor(units: UnitBuffer, split: boolean) {
    this.#units = units;
    this.from = units.length;
    this.split = split;
  }

  get chars(): number {
    return this.to - this.from;
  }

  get text(): string {
    return this.#units.slice(this.from, this.to);
  }

  /** Collapses the white space; false when nothing else is there. */
  close(node: number): boolean {
    const buffer = this.#units;
    const { units, length } = buffer;
    let to = this.from;
    let isApart = false;
    for (let at = this.from; at < length; at++) {
      const unit = units[at] as number;
      if (charClass[unit] === CHAR.space) {
        isApart = to > this.from;
        continue;
      }
      if (isApart) {
        units[to++] = SPACE;
        isApart = false;
      }
      units[to++] = unit;
    }
    this.node = node;
    this.rawChars = length - this.from;
    this.to = to;
    buffer.length = to;
    return to > this.from;
  }
}

/** The blocks of a page, in document order, and the units of their texts. */
export interface CutPage {
  readonly blocks: readonly Block[];
  readonly units: UnitBuffer;
}

/** Whether the units from a place on are white space. */
function isBlankFrom({ units, length }: UnitBuffer, from: number): boolean {
  for (let at = from; at < length; at++) {
    if (charClass[units[at] as number] !== CHAR.space) return false;
  }
  return true;
}

/** Cuts the page into leaf blocks. At most `limit` of them. */
export function cutBlocks(tree: Tree, limit: number): CutPage {
  const blocks: Block[] = [];
  const units = new UnitBuffer();
  const broken = brokenLinks(tree);
  const open: number[] = [];
  let block = new OpenBlock(units, false);
  let pendingBreaks = 0;
  let linkEnd = 0;
  let boldEnd = 0;
  let italicEnd = 0;

  const flush = (bySplit: boolean): void => {
    if (block.first >= 0) {
      block.split ||= bySplit;
      if (block.close(open.at(-1) ?? 0)) blocks.push(block);
    }
    // Without text, line breaks and links before it are nobody's.
    else units.length = block.from;
    pendingBreaks = 0;
    if (block.first >= 0 || block.links > 0) block = new OpenBlock(units, bySplit);
    else block.split = bySplit;
  };

  const readText = (node: number): void => {
    let from = units.length;
    tree.appendText(node, units);
    if (isBlankFrom(units, from)) {
      units.length = from;
      if (block.first >= 0) units.push(SPACE);
      return;
    }
    if (pendingBreaks >= 2) {
      units.length = from;
      flush(true);
      from = units.length;
      tree.appendText(node, units);
    } else if (pendingBreaks === 1 && block.first >= 0) block.breaks++;
    pendingBreaks = 0;
    const length = units.length - from;
    if (block.first < 0) block.first = node;
    block.last = node;
    if (node < linkEnd) block.linkChars += length;
    if (node < boldEnd) block.boldChars += length;
    if (node < italicEnd) block.italicChars += length;
  };

  const enterElement = (node: number, tag: number, end: number): void => {
    if (isBlock[tag]) {
      flush(false);
      open.push(node);
    } else if (tag === TAG.br) {
      pendingBreaks++;
      units.push(SPACE);
    } else if (tag === TAG.a) {
      if (!isLink(tree, node, broken)) return;
      linkEnd = Math.max(linkEnd, end);
      block.links++;
    } else if (isBold[tag]) boldEnd = Math.max(boldEnd, end);
    else if (isItalic[tag]) italicEnd = Math.max(italicEnd, end);
  };

  for (let node = 0; node < tree.size && blocks.length < limit; ) {
    while (open.length > 0 && (tree.end[open.at(-1) as number] as number) <= node) {
      flush(false);
      open.pop();
    }
    const tag = tree.tag[node] as number;
    const end = tree.end[node] as number;
    if (tree.kind[node] === NODE.text) readText(node);
    else if (isSkipped[tag]) {
      node = end;
      continue;
    } else enterElement(node, tag, end);
    node++;
  }
  if (blocks.length < limit) flush(false);
  return { blocks, units };
}
