import { escapeHtml, escapeWithin } from './escape.ts';

/** An open element: the node it stands for (-1 for wrappers) and the name it is written under. */
export interface Open {
  readonly node: number;
  readonly name: string;
  /** Written attributes, with a leading space. */
  readonly attributes: string;
}

const closedAlone = new Set(['ul', 'ol', 'table', 'tr', 'dl', 'blockquote']);

const isInline = new Set([
  'a', 'em', 'cite', 'strong', 'u', 'mark', 'code', 'q', 'sub', 'sup', 's', 'ins', 'small', 'abbr', 'bdi',
]); // biome-ignore format: a word list reads better in lines

/** What was written up to a place, to go back to. */
export interface Mark {
  readonly html: string;
  readonly bytes: number;
  readonly open: readonly Open[];
}

/** Writes elements and text so that the result is always balanced and never longer than its limit, in bytes of UTF-8. */
export class HtmlWriter {
  /** Whether something found no room: nothing is written any more. */
  isFull = false;
  readonly #limit: number;
  #html = '';
  #bytes = 0;
  #open: Open[] = [];
  /** Bytes that it takes to close what is open. */
  #closing = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get #room(): number {
    return this.#limit - this.#bytes - this.#closing;
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
    if (shared === chain.length) return;
    let start = '';
    let closing = 0;
    for (let at = shared; at < chain.length; at++) {
      const next = chain[at] as Open;
      start += openTag(next);
      closing += closeTag(next.name).length;
    }
    // An element is opened only when something fits into it.
    if (!this.#take(start.length + closing + 1)) return;
    this.#write(start, start.length);
    this.#closing += closing;
    for (let at = shared; at < chain.length; at++) this.#open.push(chain[at] as Open);
  }

  /** Adds text; the beginning of it, where the rest finds no room. */
  text(text: string): void {
    if (this.isFull) return;
    const room = this.#room;
    if (text.length <= room) {
      const escaped = escapeHtml(text);
      const bytes = Buffer.byteLength(escaped);
      if (bytes <= room) {
        this.#write(escaped, bytes);
        return;
      }
    }
    const start = escapeWithin(text, room).trimEnd();
    this.#write(start, Buffer.byteLength(start));
    this.isFull = true;
  }

  /** Adds finished markup, which the caller has made safe; whole or not at all. */
  markup(markup: string): void {
    const bytes = Buffer.byteLength(markup);
    if (this.#take(bytes)) this.#write(markup, bytes);
  }

  #write(piece: string, bytes: number): void {
    this.#html += piece;
    this.#bytes += bytes;
  }

  /** Whether there is room for so much more; when not, the writing is over. */
  #take(length: number): boolean {
    if (length > this.#room) this.isFull = true;
    return !this.isFull;
  }

  #close(): void {
    const last = this.#open.pop();
    if (!last) return;
    const tag = closeTag(last.name);
    this.#write(tag, tag.length);
    this.#closing -= tag.length;
  }

  mark(): Mark {
    return { html: this.#html, bytes: this.#bytes, open: [...this.#open] };
  }

  /** Goes back to a mark; full stays full. */
  restore({ html, bytes, open }: Mark): void {
    this.#html = html;
    this.#bytes = bytes;
    this.#open = [...open];
    this.#closing = open.reduce((sum, { name }) => sum + closeTag(name).length, 0);
  }

  finish(): string {
    this.enter([]);
    return this.#html.trim();
  }
}

const openTag = ({ name, attributes }: Open) =>
  closedAlone.has(name) ? `<${name}${attributes}>\n` : `<${name}${attributes}>`;
const closeTag = (name: string) => (isInline.has(name) ? `</${name}>` : `</${name}>\n`);
