import type { FeedEntry } from './feed.ts';

const FREE = 256 << 10;
/** Made absolute, the addresses of a document may be so many times as long as the document. */
const GROWTH = 2;

/**
 * The characters that the addresses of a document's entries may take together. Under a long base each grows a
 * thousandfold: 50,000 of them made 97 MB of one and a half.
 */
export class AddressRoom {
  #left: number;

  constructor(text: string) {
    this.#left = FREE + GROWTH * text.length;
  }

  /** Whether an entry still finds room. */
  take({ address, links, enclosures, images }: FeedEntry): boolean {
    this.#left -= address?.length ?? 0;
    for (const { href } of links) this.#left -= href.length;
    for (const { url } of [...enclosures, ...images]) this.#left -= url.length;
    return this.#left >= 0;
  }
}
