import type { Tree } from '@nashra/html';
import { safeAddress } from './escape.ts';

/**
 * The attributes of a page's links. Addresses grow when they are made absolute, a thousandfold under a long base, so
 * they have a budget of their own: past it links lose their address and keep their text.
 */
export class LinkAttributes {
  /** Whether a link has lost its address for want of room. */
  isSpent = false;
  readonly #tree: Tree;
  readonly #base: string;
  #room: number;
  #block = -1;
  /** By node, for the block at hand: a link in several pieces is paid for once. */
  readonly #known = new Map<number, string | null>();

  constructor(tree: Tree, base: string, room: number) {
    this.#tree = tree;
    this.#base = base;
    this.#room = room;
  }

  /** The attributes with a leading space; null for a link that leads nowhere it may. */
  of(node: number, block: number): string | null {
    if (block !== this.#block) this.#known.clear();
    this.#block = block;
    let attributes = this.#known.get(node);
    if (attributes === undefined) {
      attributes = this.#read(node);
      this.#known.set(node, attributes);
    }
    return attributes;
  }

  #read(node: number): string | null {
    const written = this.#tree.attr(node, 'href');
    if (!written) return null;
    if (this.#room <= 0) {
      this.isSpent = true;
      return null;
    }
    const address = safeAddress(written, this.#base);
    if (address === null) return null;
    this.#room -= address.length;
    return ` href="${address}" rel="nofollow noopener"`;
  }
}
