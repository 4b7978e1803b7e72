import { NODE, TAG, type Tree } from '@nashra/html';
import type { Block } from '../blocks.ts';
import { hidingOf } from '../hidden.ts';
import type { Hides } from '../page-styles.ts';
import { isHeading, isSkipped } from '../tag-sets.ts';
import { lineNumbers } from './line-numbers.ts';
import { hasText, SAYS, startOf, textOf, textWithout } from './text-without.ts';
import { addsNothing } from './unseen.ts';

/** Elements inside of blocks that are no part of their text, by the block's index. */
export type Marks = ReadonlyMap<number, ReadonlySet<number>>;

/** A block with more of them is not looked at to its end. */
const MOST = 500;
/** What a way back calls itself. */
const BACK =
  /^\P{L}*(?:(?:back|return) to|(?:jump|back) up|retour (?:au|à|en|dans|vers)|zurück|volver a|torna a|voltar|العودة|عودة)(?!\p{L})/iu;
const BACK_CHARS = 30;
/** Addresses where a section is edited, and the page's own top. */
const LEADS_AWAY = /[?&](?:ve)?action=edit|\/edit(?:[/?#]|$)|^#(?:top|page-?top|haut)?$/i;
/** Nodes of an element that has a mark and brackets around it. */
const SMALL = 24;

/** The marks of one block. */
class Finder {
  readonly marks = new Set<number>();
  readonly #tree: Tree;
  readonly #block: Block;
  readonly #hides: Hides;

  constructor(tree: Tree, block: Block, hides: Hides) {
    this.#tree = tree;
    this.#block = block;
    this.#hides = hides;
  }

  /** Whether all that an element says lies in the block. */
  #isInside(node: number): boolean {
    const { node: holder, last } = this.#block;
    return node > holder && !hasText(this.#tree, last + 1, this.#tree.end[node] as number);
  }

  /** A link of signs to a place in the page, the way back from a note, a heading's tools. */
  #isTool(node: number): boolean {
    const tree = this.#tree;
    const { node: holder, last } = this.#block;
    if (tree.attr(node, 'role') === 'doc-backlink') return true;
    const href = tree.attr(node, 'href');
    if (href === undefined) return false;
    const end = tree.end[node] as number;
    const text = textOf(tree, node, end);
    if (!SAYS.test(text)) return href.includes('#');
    if (isHeading[tree.tag[holder] as number] && LEADS_AWAY.test(href)) return true;
    const mayLeadBack = href.startsWith('#') && text.length <= BACK_CHARS && BACK.test(text);
    return mayLeadBack && !hasText(tree, end, last + 1);
  }

  #hidingOf(node: number): 'eyes' | 'ears' | null {
    return hidingOf(this.#tree, node) ?? (this.#hides?.(node) ? 'eyes' : null);
  }

  /** The element that has nothing but marks and signs around them, such as brackets. */
  #widen(node: number): number {
    const { parent, end } = this.#tree;
    let mark = node;
    for (let up = parent[node] as number; this.#isInside(up); up = parent[up] as number) {
      const to = end[up] as number;
      if (to - up > SMALL || SAYS.test(textOf(this.#tree, up, to, this.marks))) break;
      mark = up;
    }
    return mark;
  }

  find(): ReadonlySet<number> {
    const tree = this.#tree;
    const { last, node: holder } = this.#block;
    const from = startOf(tree, this.#block);
    for (let node = from; node <= last && this.marks.size < MOST; node++) {
      if (tree.kind[node] === NODE.text) continue;
      const tag = tree.tag[node] as number;
      const hiding = isSkipped[tag] ? null : this.#hidingOf(node);
      const isMark = hiding ? addsNothing(tree, node, hiding) : tag === TAG.a && this.#isTool(node);
      if (isMark && this.#isInside(node)) this.marks.add(node);
      // What is hidden as a whole is looked at as a whole.
      if (isMark || hiding || isSkipped[tag]) node = (tree.end[node] as number) - 1;
    }
    if (tree.tag[holder] === TAG.pre)
      for (const node of lineNumbers(tree, from, last)) this.marks.add(node);
    return new Set([...this.marks].map((node) => this.#widen(node)));
  }
}

/**
 * Elements inside of kept blocks that are there for the hand or for one sense alone: signs to link a heading by, ways
 * back from a note, a section's «edit», texts for screen readers beside what is drawn, numbers of lines of code. A block
 * that would have nothing left keeps what says something.
 */
export function findMarks(
  tree: Tree,
  blocks: readonly Block[],
  kept: Uint8Array,
  hides: Hides = null,
): Marks {
  const found = new Map<number, ReadonlySet<number>>();
  for (let index = kept.indexOf(1); index >= 0; index = kept.indexOf(1, index + 1)) {
    const block = blocks[index] as Block;
    if (tree.parent[block.first] === block.node && block.first === block.last) continue;
    const marks = new Finder(tree, block, hides).find();
    if (marks.size === 0) continue;
    if (SAYS.test(textWithout(tree, block, marks)) || !SAYS.test(block.text))
      found.set(index, marks);
  }
  return found;
}
