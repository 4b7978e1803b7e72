import type { Arena } from './arena.ts';
import { isOf, KIND } from './byte-kinds.ts';
import { isQuirksDoctype } from './doctype.ts';
import { MODE } from './mode.ts';
import { foldUnit, hashStep } from './name-table.ts';
import { Needle } from './needle.ts';
import { rawTextEnd, scriptEnd } from './raw-text.ts';
import type { Source } from './source.ts';
import { TagNames } from './tag-names.ts';
import { FOREIGN } from './tag-traits.ts';
import { TAG, TAG_NAMES } from './tags.ts';
import type { TreeBuilder } from './tree-builder.ts';

const isLetter = (unit: number): boolean => (unit | 32) >= 97 && (unit | 32) <= 122;

/** Nodes that one token may add at most, beside the formatting elements it opens again. */
const NODES_PER_TOKEN = 64;

/**
 * The tokenizer (HTML, § 13.2.5), each group of states a stretch of code rather than a step of a machine: texts, comments
 * and raw text are found by searching for what ends them. Hands tokens to the tree builder as ranges of the source's bytes.
 */
export class Tokenizer {
  readonly tagNames: TagNames;
  truncated = false;
  readonly #source: Source;
  readonly #bytes: Uint8Array;
  readonly #builder: TreeBuilder;
  readonly #commentEnd: Needle;
  #at = 0;
  /** Characters before a `</>`, which is nothing and does not end them. */
  #earlierText = '';

  constructor(source: Source, builder: TreeBuilder, memory: Arena) {
    this.tagNames = new TagNames(memory);
    this.#source = source;
    this.#bytes = source.bytes;
    this.#builder = builder;
    this.#commentEnd = new Needle(source, '-->');
  }

  /** Reads the source to its end, or until the tree has as many nodes as it may. */
  run(maxNodes: number): void {
    const { store, formatting } = this.#builder;
    const length = this.#source.length;
    while (this.#at < length) {
      if (store.size + formatting.size + NODES_PER_TOKEN > maxNodes) {
        this.truncated = true;
        break;
      }
      const from = this.#at;
      const to = this.#markupAt(from);
      if (to + 2 < length && this.#source.startsWith('</>', to)) {
        this.#builder.token.set(from, to, false);
        this.#earlierText += this.#builder.token.valueWithNuls;
        this.#at = to + 3;
        continue;
      }
      if (to > from || this.#earlierText !== '') this.#text(from, to);
      if (to >= length) break;
      this.#markup(to);
    }
    if (this.#earlierText !== '') this.#text(length, length);
    this.#builder.eof();
  }

  /** Where the next `<` is that begins something. */
  #markupAt(from: number): number {
    const source = this.#source;
    for (let at = source.find(60, from); at >= 0 && at + 1 < source.length; ) {
      const next = this.#bytes[at + 1] as number;
      if (isLetter(next) || next === 33 || next === 63) return at;
      if (next === 47 && at + 2 < source.length) return at;
      at = source.find(60, at + 1);
    }
    return source.length;
  }

  #text(from: number, to: number): void {
    const { token } = this.#builder;
    token.set(from, to, false);
    if (this.#earlierText === '') token.keepNuls();
    else {
      token.setRun(this.#earlierText + token.valueWithNuls);
      this.#earlierText = '';
    }
    this.#builder.text();
  }

  #markup(at: number): void {
    const source = this.#source;
    const next = this.#bytes[at + 1] as number;
    this.#builder.skipsNewline = false;
    if (isLetter(next)) this.#startTag(at + 1);
    else if (next === 47 && isLetter(this.#bytes[at + 2] as number)) this.#endTag(at + 2);
    else if (next === 33) this.#declaration(at);
    else this.#skipPast(source.find(62, at + 1), 1);
  }

  /** Goes on after something that was found, or at the end of the input when it was not. */
  #skipPast(found: number, length: number): void {
    this.#at = found >= 0 && found < this.#source.length ? found + length : this.#source.length;
  }

  /** `<!`: a comment, a doctype, CDATA in foreign content, or what is treated as a comment. */
  #declaration(at: number): void {
    const source = this.#source;
    if (source.startsWith('--', at + 2)) this.#comment(at);
    else if (source.startsWith('[CDATA[', at + 2) && (this.#builder.open.code & FOREIGN) !== 0) {
      this.#cdata(at + 9);
    } else {
      const end = source.find(62, at + 2);
      const isDoctype = source.slice(at + 2, at + 9).toLowerCase() === 'doctype';
      if (isDoctype && this.#builder.mode === MODE.initial) {
        const declaration = source.slice(at + 9, end < 0 ? source.length : end);
        this.#builder.isQuirks = isQuirksDoctype(declaration, end >= 0);
        this.#builder.mode = MODE.beforeHtml;
      }
      this.#skipPast(end, 1);
    }
  }

  /** A comment ends at `-->`, whose dashes may be those it began with, or at `--!>`. */
  #comment(at: number): void {
    const end = this.#commentEnd.from(at + 2);
    const bang = this.#bangWithin(at + 4, Math.min(end, this.#source.length));
    if (bang >= 0) this.#skipPast(bang, 2);
    else this.#skipPast(end, 3);
  }

  /** Where the `!>` of a `--!>` stands in a range; -1 when it holds none. */
  #bangWithin(from: number, to: number): number {
    const bytes = this.#bytes;
    let at = this.#source.find(33, from + 2);
    while (at >= 0 && at + 1 < to) {
      if (bytes[at + 1] === 62 && bytes[at - 1] === 45 && bytes[at - 2] === 45) return at;
      at = this.#source.find(33, at + 1);
    }
    return -1;
  }

  #cdata(from: number): void {
    const end = this.#source.search(']]>', from);
    const { token } = this.#builder;
    token.set(from, end < 0 ? this.#source.length : end, true);
    token.keepNuls();
    this.#builder.text();
    this.#skipPast(end, 3);
  }

  #startTag(nameFrom: number): void {
    const builder = this.#builder;
    // Attributes that the tag before did not use are written over.
    builder.attributes.count = builder.attributesFrom;
    builder.selfClosing = false;
    const tag = this.#tag(nameFrom);
    if (tag < 0 || !this.#attributes(true)) return;
    builder.startTag(tag);
    if (builder.rawElement >= 0) this.#rawText(tag);
    else if (builder.isPlaintext) this.#plaintext();
  }

  #endTag(nameFrom: number): void {
    const tag = this.#tag(nameFrom);
    if (tag >= 0 && this.#attributes(false)) this.#builder.endTag(tag);
  }

  /** Reads a tag's name; -1 when there are too many different ones. */
  #tag(from: number): number {
    const bytes = this.#bytes;
    let hash = 0;
    let at = from;
    for (; at < bytes.length; at++) {
      const unit = bytes[at] as number;
      if (isOf(unit, KIND.tagNameEnd)) break;
      hash = hashStep(hash, foldUnit(unit));
    }
    this.#at = at;
    const tag = this.tagNames.id(this.#source, from, at, hash);
    if (tag < 0) {
      this.truncated = true;
      this.#at = bytes.length;
    }
    return tag;
  }

  /** Reads attributes up to and with the `>`; false when the input ends first, and the tag with it is nothing. */
  #attributes(isKept: boolean): boolean {
    const source = this.#source;
    const bytes = this.#bytes;
    const { length } = bytes;
    const { attributes, attributesFrom } = this.#builder;
    let at = this.#at;
    this.#at = length;
    while (at < length) {
      let unit = bytes[at] as number;
      if (unit === 62) {
        this.#at = at + 1;
        return true;
      }
      if (isOf(unit, KIND.tagNameEnd)) {
        at++;
        if (unit === 47 && bytes[at] === 62) this.#builder.selfClosing = true;
        continue;
      }
      const nameFrom = at;
      let hash = 0;
      // The first unit belongs to the name even if it is `=`.
      do {
        hash = hashStep(hash, foldUnit(unit));
        unit = bytes[++at] as number;
      } while (at < length && !isOf(unit, KIND.nameEnd));
      const nameTo = at;
      while (at < length && isOf(unit, KIND.blank)) unit = bytes[++at] as number;
      let valueFrom = 0;
      let valueTo = 0;
      if (unit === 61) {
        do unit = bytes[++at] as number;
        while (at < length && isOf(unit, KIND.blank));
        if (unit === 34 || unit === 39) {
          valueFrom = at + 1;
          valueTo = source.find(unit, valueFrom);
          if (valueTo < 0) return false;
          at = valueTo + 1;
        } else {
          valueFrom = at;
          while (at < length && !isOf(unit, KIND.valueEnd)) unit = bytes[++at] as number;
          valueTo = at;
        }
      }
      if (isKept) {
        attributes.read(attributesFrom, source, nameFrom, nameTo, hash, valueFrom, valueTo);
      }
    }
    return false;
  }

  /** The content of the element that the start tag just opened, and its end tag. */
  #rawText(tag: number): void {
    const builder = this.#builder;
    const source = this.#source;
    const name = TAG_NAMES[tag] as string;
    const isDecoded = tag === TAG.title || tag === TAG.textarea;
    const from = this.#at;
    const to =
      tag === TAG.script
        ? scriptEnd(source, from, this.#commentEnd)
        : rawTextEnd(source, from, name);
    builder.rawText(from, to, !isDecoded, tag === TAG.textarea);
    this.#at = to + 2 + name.length;
    if (to < source.length) this.#attributes(false);
  }

  #plaintext(): void {
    this.#builder.token.set(this.#at, this.#source.length, true);
    this.#builder.text();
    this.#at = this.#source.length;
  }
}
