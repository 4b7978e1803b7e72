import { Arena, keepSpecimen, NODE, TAG, type Tree, UnitBuffer } from '@nashra/html';
import { headlineKey } from '../metadata/title/title-text.ts';
import { brokenLinks, isLink } from './broken-links.ts';
import { CHAR, charClass } from './characters.ts';
import {
  isDrawnApart,
  isLine,
  isOwnLine,
  mayPart,
  SENTENCE_CHARS,
  type SentenceEnd,
} from './drawn-apart.ts';
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
  /** The text as a string, made when it is asked for: most never are. */
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
const ZERO_WIDTH_SPACE = 0x200b;
const ZERO_WIDTH_NO_BREAK = 0xfeff;

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
  #text: string | undefined;

  constructor(units: UnitBuffer, split: boolean) {
    this.#units = units;
    this.from = units.length;
    this.split = split;
  }

  get chars(): number {
    return this.to - this.from;
  }

  get text(): string {
    this.#text ??= this.#units.slice(this.from, this.to);
    return this.#text;
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
        // Without width it parts nothing that readers see.
        if (unit !== ZERO_WIDTH_SPACE && unit !== ZERO_WIDTH_NO_BREAK) isApart = to > this.from;
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

/** Units that a headline may have more as a line than as a title: blanks, marks. */
const SLACK = 16;
/** What may stand behind the mark that ends a sentence. */
const ENDS = new Uint8Array(16);
for (const behind of [CHAR.space, CHAR.quote, CHAR.bracket, CHAR.mark]) ENDS[behind] = 1;

/** Walks through a page and cuts it. */
class Cutter {
  readonly blocks: Block[] = [];
  readonly units: UnitBuffer;
  readonly #tree: Tree;
  readonly #broken: ReadonlySet<string>;
  /** The block elements around the place. */
  readonly #open: number[] = [];
  #block: OpenBlock;
  #pendingBreaks = 0;
  #linkEnd = 0;
  #boldEnd = 0;
  #italicEnd = 0;
  readonly #headline: string;
  readonly #headlineKey: string;

  constructor(tree: Tree, headline: string, memory: Arena) {
    this.#tree = tree;
    this.#headline = headline;
    this.#headlineKey = headlineKey(headline);
    this.units = new UnitBuffer(memory.shorts(1 << 15));
    this.#broken = brokenLinks(tree, memory);
    this.#block = new OpenBlock(this.units, false);
  }

  /** Leaves the block elements that end before a node. */
  leaveBefore(node: number): void {
    const { end } = this.#tree;
    const open = this.#open;
    while (open.length > 0 && (end[open[open.length - 1] as number] as number) <= node) {
      this.flush(false);
      open.pop();
    }
  }

  /** Ends the block at hand. */
  flush(bySplit: boolean): void {
    const block = this.#block;
    if (block.first >= 0) {
      block.split ||= bySplit;
      if (block.close(this.#open[this.#open.length - 1] ?? 0)) this.blocks.push(block);
    }
    // Without text, line breaks and links before it are nobody's.
    else this.units.length = block.from;
    this.#pendingBreaks = 0;
    if (block.first >= 0 || block.links > 0) this.#block = new OpenBlock(this.units, bySplit);
    else block.split = bySplit;
  }

  readText(node: number): void {
    const { units } = this;
    let from = units.length;
    const isBlank = this.#tree.isBlank(node);
    if (!isBlank) this.#tree.appendText(node, units);
    if (isBlank || isBlankFrom(units, from)) {
      units.length = from;
      if (this.#block.first >= 0) units.push(SPACE);
      return;
    }
    if (this.#pendingBreaks >= 2 || (this.#pendingBreaks === 1 && this.#isHeadline(from))) {
      units.length = from;
      this.flush(true);
      from = units.length;
      this.#tree.appendText(node, units);
    } else if (this.#pendingBreaks === 1 && this.#block.first >= 0) this.#block.breaks++;
    this.#pendingBreaks = 0;
    const block = this.#block;
    const length = units.length - from;
    if (block.first < 0) block.first = node;
    block.last = node;
    if (node < this.#linkEnd) block.linkChars += length;
    if (node < this.#boldEnd) block.boldChars += length;
    if (node < this.#italicEnd) block.italicChars += length;
  }

  /** Whether the block at hand, so far, is the headline: pages without headings part it from the byline by one line break. */
  #isHeadline(to: number): boolean {
    const { from } = this.#block;
    const more = to - from - this.#headline.length;
    if (more < 0 || more > SLACK || this.#headlineKey === '') return false;
    return headlineKey(this.units.slice(from, to).trim()) === this.#headlineKey;
  }

  /** How what was read of the block at hand ends, where that is a sentence or more; null otherwise. */
  sentenceEnd(): SentenceEnd | null {
    const { first, from } = this.#block;
    const { units, length } = this.units;
    if (first < 0 || length - from < SENTENCE_CHARS) return null;
    let at = length - 1;
    const isSpaced = charClass[units[at] as number] === CHAR.space;
    while (at > from && ENDS[charClass[units[at] as number] as number] === 1) at--;
    const stop = units[at] as number;
    return charClass[stop] === CHAR.stop ? { stop, isSpaced } : null;
  }

  /** Whether an inline element begins a line of its own, outside of what holds one line. */
  isDrawnApart(node: number): boolean {
    const tree = this.#tree;
    if (isLine(tree, this.#open.at(-1) ?? 0) || isLine(tree, tree.parent[node] as number))
      return false;
    if (isOwnLine(tree, node)) return true;
    const sentence = this.sentenceEnd();
    return sentence !== null && isDrawnApart(tree, node, sentence);
  }

  enterElement(node: number, tag: number): void {
    const end = this.#tree.end[node] as number;
    if (isBlock[tag]) {
      this.flush(false);
      this.#open.push(node);
    } else if (tag === TAG.br) {
      this.#pendingBreaks++;
      this.units.push(SPACE);
    } else if (tag === TAG.a) {
      if (!isLink(this.#tree, node, this.#broken)) return;
      if (end > this.#linkEnd) this.#linkEnd = end;
      this.#block.links++;
    } else if (mayPart(tag)) {
      if (this.#block.first >= 0 && this.isDrawnApart(node)) this.flush(true);
    } else if (isBold[tag]) {
      if (end > this.#boldEnd) this.#boldEnd = end;
    } else if (isItalic[tag] && end > this.#italicEnd) this.#italicEnd = end;
  }
}

/** Cuts the page into leaf blocks, at most `limit` of them; the headline's line is one, whatever it stands in. */
export function cutBlocks(tree: Tree, limit: number, memory = new Arena(), headline = ''): CutPage {
  const { size, kind, tag, end } = tree;
  const cutter = keepSpecimen('cutter', new Cutter(tree, headline, memory));
  const { blocks, units } = cutter;
  for (let node = 0; node < size && blocks.length < limit; ) {
    cutter.leaveBefore(node);
    const name = tag[node] as number;
    if (kind[node] === NODE.text) cutter.readText(node);
    else if (isSkipped[name]) {
      node = end[node] as number;
      continue;
    } else cutter.enterElement(node, name);
    node++;
  }
  if (blocks.length < limit) cutter.flush(false);
  return { blocks, units };
}
