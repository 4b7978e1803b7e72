import {
  Arena,
  FIRST_UNKNOWN_TAG,
  keepSpecimen,
  NODE,
  TAG,
  type Tree,
  UnitBuffer,
} from '@nashra/html';
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

/** What may stand behind the mark that ends a sentence. */
const ENDS = new Uint8Array(16);
for (const behind of [CHAR.space, CHAR.quote, CHAR.bracket, CHAR.mark]) ENDS[behind] = 1;

/** Inline elements that pages make paragraphs of. */
const mayPart = (tag: number): boolean =>
  tag === TAG.span || tag === TAG.font || tag === TAG.label || tag >= FIRST_UNKNOWN_TAG;

/** Characters of a sentence behind which a line of its own may begin. */
const SENTENCE_CHARS = 40;
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
const isLine = ({ tag }: Tree, node: number): boolean => LINES.has(tag[node] as number);
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
interface SentenceEnd {
  readonly stop: number;
  readonly isSpaced: boolean;
}

/** Whether an element of the page's own name stands beside another one, and one of them is a sentence or more: a line of its own, whatever ends the other. */
function isOwnLine(tree: Tree, node: number): boolean {
  if (!isOwnName(tree, node)) return false;
  const before = elementBefore(tree, node);
  return before > 0 && isOwnName(tree, before) && (isLong(tree, before) || isLong(tree, node));
}

/**
 * Whether an inline element is a line of its own behind one that ends a sentence: not even a blank parts the two, so that a sheet or a script of
 * the page draws them apart; or their style says so.
 */
function isDrawnApart(tree: Tree, node: number, { stop, isSpaced }: SentenceEnd): boolean {
  const before = elementBefore(tree, node);
  const text = before === 0 ? '' : firstText(tree, node);
  if (!OPENS.test(text)) return false;
  if (tree.tag[before] !== tree.tag[node]) return false;
  if (DRAWN.test(tree.attr(node, 'style') ?? '')) return true;
  const isGlued = stop < WIDE && !isSpaced && tree.end[before] === node && !BLANK.test(text);
  return isGlued && isLong(tree, before);
}

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

  constructor(tree: Tree, memory: Arena) {
    this.#tree = tree;
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
    if (this.#pendingBreaks >= 2) {
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

/** Cuts the page into leaf blocks. At most `limit` of them. */
export function cutBlocks(tree: Tree, limit: number, memory = new Arena()): CutPage {
  const { size, kind, tag, end } = tree;
  const cutter = keepSpecimen('cutter', new Cutter(tree, memory));
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
