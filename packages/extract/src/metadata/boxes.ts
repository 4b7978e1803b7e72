import { NODE, TAG, type Tree } from '@nashra/html';
import {
  boxOf,
  FRAME,
  isAtHeadline,
  isBeside,
  isOthers,
  isOverReaders,
  isStranger,
  isText,
  TitleNodes,
} from './beside.ts';

/** The boxes about other pages and the page's frame, found while the elements are walked in order. */
export class Boxes {
  /** Outermost ones. */
  readonly asides = new Set<number>();
  /** Those of them that speak of other pages for certain. */
  readonly strangers = new Set<number>();
  readonly #tree: Tree;
  readonly #titles: TitleNodes;
  /** Where the box that was entered last ends. */
  end = 0;
  /** Where the last headline outside of boxes ends; 0 before one. */
  titleEnd = 0;

  constructor(tree: Tree) {
    this.#tree = tree;
    this.#titles = new TitleNodes(tree);
  }

  /** Looks whether a box begins with an element that lies in none. */
  enter(node: number, tag: number, hints: number): void {
    if (isBeside(tag, hints) && this.#isAside(node, tag, hints)) {
      this.#add(node);
      if (isStranger(this.#tree, node)) this.strangers.add(node);
    } else if (this.titleEnd > 0 && isOthers(this.#tree, node, tag, this.#titles)) {
      const isWhole = tag === TAG.article || tag === TAG.blockquote;
      const box = isWhole ? node : boxOf(this.#tree, node, this.#titles);
      if (!this.#isHalf(box)) {
        this.#add(box);
        this.strangers.add(box);
        if (box !== this.#tree.parent[node] && isOverReaders(this.#tree, node)) this.#addRest(box);
      }
    }
  }

  /** A box that holds most of the page, or its headline, is its layout, whatever its name. */
  #isAside(node: number, tag: number, hints: number): boolean {
    const tree = this.#tree;
    return (
      !this.#isHalf(node) &&
      !this.#titles.isAround(node, tree.end[node] as number, FRAME.has(tag)) &&
      !isAtHeadline(tree, node, this.titleEnd, this.#titles, hints) &&
      !isText(tree, node)
    );
  }

  #isHalf(node: number): boolean {
    return ((this.#tree.end[node] as number) - node) * 2 >= this.#tree.size;
  }

  /** What readers wrote goes on to the end of its part. */
  #addRest(box: number): void {
    const tree = this.#tree;
    const end = tree.end[tree.parent[box] as number] as number;
    if ((end - box) * 2 >= tree.size) return;
    for (let at = tree.end[box] as number; at < end; at = tree.end[at] as number) {
      if (tree.kind[at] !== NODE.element) continue;
      this.#add(at);
      this.strangers.add(at);
    }
  }

  #add(box: number): void {
    this.end = this.#tree.end[box] as number;
    this.asides.add(box);
  }
}
