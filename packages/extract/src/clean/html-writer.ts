import { escapeHtml } from './escape.ts';

/** An open element: the node it stands for (-1 for wrappers) and the name it is written under. */
export interface Open {
  readonly node: number;
  readonly name: string;
  /** Written attributes, with a leading space. */
  readonly attributes: string;
}

const closedAlone = new Set(['ul', 'ol', 'table', 'tr', 'dl', 'blockquote']);

/** Writes elements and text so that the result is always balanced. */
export class HtmlWriter {
  #html = '';
  readonly #open: Open[] = [];

  get length(): number {
    return this.#html.length;
  }

  /** Closes and opens elements until exactly `chain` is open. */
  enter(chain: readonly Open[]): void {
    let shared = 0;
    while (
      shared < chain.length &&
      shared < this.#open.length &&
      chain[shared]?.node === this.#open[shared]?.node &&
      chain[shared]?.name === this.#open[shared]?.name
    ) {
      shared++;
    }
    while (this.#open.length > shared) this.#close();
    for (const next of chain.slice(shared)) {
      this.#html += `<${next.name}${next.attributes}>`;
      if (closedAlone.has(next.name)) this.#html += '\n';
      this.#open.push(next);
    }
  }

  text(text: string): void {
    this.#html += escapeHtml(text);
  }

  /** Adds finished markup, which the caller has made safe. */
  markup(markup: string): void {
    this.#html += markup;
  }

  #close(): void {
    const last = this.#open.pop();
    if (!last) return;
    this.#html += `</${last.name}>`;
    if (!isInline.has(last.name)) this.#html += '\n';
  }

  finish(): string {
    this.enter([]);
    return this.#html.trim();
  }
}

const isInline = new Set([
  'a', 'em', 'cite', 'strong', 'u', 'mark', 'code', 'q', 'sub', 'sup', 's', 'ins', 'small', 'abbr', 'bdi',
]); // biome-ignore format: a word list reads better in lines
