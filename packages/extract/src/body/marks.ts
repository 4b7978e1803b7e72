import { attributeId, NODE, TAG, type Tree } from '@nashra/html';
import type { Block } from './blocks.ts';
import { HIDDEN, mayHide, readHiding } from './hidden.ts';
import { isHeading, isSkipped } from './tag-sets.ts';

/** Elements inside of blocks that are no part of their text, by the block's index. */
export type Marks = ReadonlyMap<number, ReadonlySet<number>>;

const CLASS = attributeId('class');
const ARIA_HIDDEN = attributeId('aria-hidden');
/** What is hidden and longer opens at a reader's wish. */
const LONGEST_HIDDEN = 80;
const SAYS = /[\p{L}\p{N}]/u;
const NUMBER = /^\s*\d{1,5}\s*$/;
/** Addresses where a section is edited, and the page's own top. */
const LEADS_AWAY = /[?&](?:ve)?action=edit|\/edit(?:[/?#]|$)|^#(?:top|page-?top|haut)?$/i;

const NO_MARKS: ReadonlySet<number> = new Set();

/** The text of a range of nodes, without what is skipped and the elements of a set. */
function textOf(tree: Tree, from: number, to: number, without = NO_MARKS): string {
  let text = '';
  for (let node = from; node < to; node++) {
    const tag = tree.tag[node] as number;
    if (tree.kind[node] === NODE.text) text += tree.text(node);
    else if (isSkipped[tag] || without.has(node)) node = (tree.end[node] as number) - 1;
    else if (tag === TAG.br) text += ' ';
  }
  return text;
}

/** The first and the last text of a block that are not in a mark. */
export function textsWithout(
  tree: Tree,
  block: Block,
  marks: ReadonlySet<number>,
): { readonly first: number; readonly last: number } {
  const shown: number[] = [];
  for (let node = startOf(tree, block); node <= block.last; node++) {
    if (marks.has(node)) node = (tree.end[node] as number) - 1;
    else if (tree.kind[node] === NODE.text && !tree.isBlank(node)) shown.push(node);
  }
  return { first: shown[0] ?? block.last + 1, last: shown.at(-1) ?? block.last };
}

/** The text of a block without its marks, white space collapsed. */
export function textWithout(tree: Tree, block: Block, marks: ReadonlySet<number>): string {
  const { first, last } = textsWithout(tree, block, marks);
  return textOf(tree, first, last + 1, marks)
    .replace(/\s+/g, ' ')
    .trim();
}

/** The outermost inline element that begins with a block, or its first text. */
function startOf(tree: Tree, { first, node }: Block): number {
  let start = first;
  for (let up = tree.parent[start] as number; up > node; up = tree.parent[up] as number) {
    if (hasText(tree, up, start)) break;
    start = up;
  }
  return start;
}

function hasText(tree: Tree, from: number, to: number): boolean {
  for (let node = from; node < to; node++)
    if (tree.kind[node] === NODE.text && !tree.isBlank(node)) return true;
  return false;
}

/** Whether an element is kept from the eyes, or drawn for them alone and kept from the ears. */
function hidingOf(tree: Tree, node: number): 'eyes' | 'ears' | null {
  let found: 'ears' | null = null;
  for (let row = tree.attrFrom(node); row < tree.attrTo(node); row++) {
    const id = tree.attrId(row);
    if ((id !== CLASS && !mayHide(id)) || readHiding(tree, row) !== HIDDEN.always) continue;
    if (id !== ARIA_HIDDEN) return 'eyes';
    found = 'ears';
  }
  return found;
}

/** Whether there are two numbers at least, each one more than the one before. */
export const countsUp = (numbers: readonly number[]): boolean =>
  numbers.length > 1 && numbers.every((number, at) => number === (numbers[0] as number) + at);

/** The marks of one block. */
class Finder {
  readonly marks = new Set<number>();
  readonly #tree: Tree;
  readonly #block: Block;

  constructor(tree: Tree, block: Block) {
    this.#tree = tree;
    this.#block = block;
  }

  #textIn(node: number): string {
    return textOf(this.#tree, node, this.#tree.end[node] as number);
  }

  /** Whether all that an element says lies in the block. */
  #isInside(node: number): boolean {
    const tree = this.#tree;
    const { node: holder, last } = this.#block;
    if (node <= holder) return false;
    return !hasText(tree, last + 1, tree.end[node] as number);
  }

  /** A link of signs to a place in the page, the way back from a note, a heading's tools. */
  #isTool(node: number): boolean {
    const tree = this.#tree;
    if (tree.attr(node, 'role') === 'doc-backlink') return true;
    const href = tree.attr(node, 'href');
    if (href === undefined) return false;
    if (!SAYS.test(this.#textIn(node))) return href.includes('#');
    return isHeading[tree.tag[this.#block.node] as number] === 1 && LEADS_AWAY.test(href);
  }

  /** What stands beside an element in its parent: does anything tell the same in another way? */
  #hasTwin(node: number, isTwin: (other: number) => boolean): boolean {
    const { parent, end } = this.#tree;
    const above = parent[node] as number;
    for (let at = above + 1; at < (end[above] as number); at = end[at] as number)
      if (at !== node && isTwin(at)) return true;
    return false;
  }

  #hasMath(node: number): boolean {
    const { tag, end } = this.#tree;
    return tag.subarray(node, end[node] as number).includes(TAG.math);
  }

  #isUnseen(node: number): boolean {
    const hiding = hidingOf(this.#tree, node);
    if (hiding === null) return false;
    const text = this.#textIn(node);
    if (hiding === 'ears') {
      const tellsIt = (other: number) =>
        this.#hasMath(other) || hidingOf(this.#tree, other) === 'eyes';
      return !SAYS.test(text) || this.#hasTwin(node, tellsIt);
    }
    if (text.length > LONGEST_HIDDEN || this.#hasMath(node)) return false;
    const isDrawn = (other: number) =>
      hidingOf(this.#tree, other) === 'ears' && SAYS.test(this.#textIn(other));
    return !this.#hasTwin(node, isDrawn);
  }

  /** The element that has nothing but a mark and signs around it, such as brackets. */
  #widen(node: number): number {
    const { parent, end } = this.#tree;
    let mark = node;
    for (let up = parent[node] as number; this.#isInside(up); up = parent[up] as number) {
      if (SAYS.test(textOf(this.#tree, up, end[up] as number, new Set([mark])))) break;
      mark = up;
    }
    return mark;
  }

  /** Numbers that lines of code begin with: elements of one class with a number alone, each one more than the last. */
  #findNumbers(from: number): void {
    const { kind, end, tag } = this.#tree;
    const byClass = new Map<string, number[]>();
    let isLineStart = true;
    for (let node = from; node < this.#block.last; node++) {
      if (kind[node] !== NODE.text) {
        if (isLineStart && end[node] === node + 2 && kind[node + 1] === NODE.text) {
          const name = this.#tree.attr(node, 'class') ?? '';
          if (NUMBER.test(this.#tree.text(node + 1)))
            byClass.set(name, [...(byClass.get(name) ?? []), node]);
        }
        if (tag[node] === TAG.br) isLineStart = true;
      } else isLineStart = this.#tree.text(node).endsWith('\n');
    }
    for (const nodes of byClass.values()) {
      const numbers = nodes.map((node) => Number(this.#tree.text(node + 1)));
      if (countsUp(numbers)) for (const node of nodes) this.marks.add(node);
    }
  }

  find(): ReadonlySet<number> {
    const { tag, kind, end } = this.#tree;
    const { last, node: holder } = this.#block;
    const from = startOf(this.#tree, this.#block);
    for (let node = from; node <= last; node++) {
      if (kind[node] === NODE.text) continue;
      const name = tag[node] as number;
      const isMark =
        !isSkipped[name] && ((name === TAG.a && this.#isTool(node)) || this.#isUnseen(node));
      if (isMark && this.#isInside(node)) this.marks.add(this.#widen(node));
      if (isMark || isSkipped[name]) node = (end[node] as number) - 1;
    }
    if (tag[holder] === TAG.pre) this.#findNumbers(from);
    return this.marks;
  }
}

/**
 * Elements inside of kept blocks that are there for the hand or for one sense alone: signs to link a heading by, ways
 * back from a note, a section's «edit», texts for screen readers beside what is drawn, numbers of lines of code. A block
 * that would have nothing left keeps what says something.
 */
export function findMarks(tree: Tree, blocks: readonly Block[], kept: Uint8Array): Marks {
  const found = new Map<number, ReadonlySet<number>>();
  for (let index = kept.indexOf(1); index >= 0; index = kept.indexOf(1, index + 1)) {
    const block = blocks[index] as Block;
    if (tree.parent[block.first] === block.node && block.first === block.last) continue;
    const marks = new Finder(tree, block).find();
    if (marks.size === 0) continue;
    if (SAYS.test(textWithout(tree, block, marks)) || !SAYS.test(block.text))
      found.set(index, marks);
  }
  return found;
}
