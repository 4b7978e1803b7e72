/** A short page may grow by its addresses and its markup. */
const FREE = 256 << 10;
/** Of each byte that was fetched so many may be kept: text stands in the article twice, plain and as HTML. */
const GROWTH = 2;
/** Of the budget, what the plain text may take; its HTML has at least as much. */
const TEXT_SHARE = 0.4;
/** Markup, references and addresses are many times the text, but not endlessly. */
const HTML_FREE = 64 << 10;
const HTML_GROWTH = 16;

/** The bytes of UTF-8 that one page may leave; all that is kept of it draws from them. */
export class Budget {
  /** Of the plain text. */
  readonly body: number;
  #left: number;

  constructor(most: number, fetched: number) {
    this.#left = Math.min(most, FREE + GROWTH * fetched);
    this.body = Math.floor(this.#left * TEXT_SHARE);
  }

  /** What is left for the HTML of a text, which comes last. */
  html(body: string): number {
    return Math.min(this.#left, HTML_FREE + HTML_GROWTH * Buffer.byteLength(body));
  }

  /** Spends what the texts in a value take. */
  take(value: unknown): void {
    if (typeof value === 'string') this.#left -= Buffer.byteLength(value);
    else if (value !== null && typeof value === 'object') {
      for (const part of Object.values(value)) this.take(part);
    }
  }
}
