import { QuoteFinder, readAttributes } from './attributes.ts';
import { readDeclaredEntities } from './doctype.ts';
import { Landmark } from './landmark.ts';
import { XmlSource } from './node.ts';
import { OpenElements } from './open-elements.ts';
import type { Tree, TreeOptions, TreePlan } from './tree.ts';

/**
 * One pass over XML as publishers serve it, well-formed or not. Nothing in it can make the pass more than linear:
 * every search that fails, or finds something far away, is remembered.
 */
export function readTree(text: string, plan: TreePlan, options: TreeOptions): Tree {
  return new Scanner(text, plan, options).read();
}

class Scanner {
  readonly #text: string;
  readonly #plan: TreePlan;
  readonly #options: TreeOptions;
  readonly #source: XmlSource;
  readonly #elements: OpenElements;
  readonly #quotes = new QuoteFinder();
  readonly #cdataOpen = new Landmark('<![CDATA[');
  readonly #cdataEnd = new Landmark(']]>');
  readonly #commentEnd = new Landmark('-->');
  readonly #instructionEnd = new Landmark('?>');
  readonly #tagEnd = new Landmark('>');
  #foreign = false;
  #sawDoctype = false;
  #at = 0;
  /** As written. */
  #rootName = '';

  constructor(text: string, plan: TreePlan, options: TreeOptions) {
    this.#text = text;
    this.#plan = plan;
    this.#options = options;
    this.#source = new XmlSource(text, options.maxFieldChars);
    this.#elements = new OpenElements(this.#source, plan, options);
  }

  read(): Tree {
    const text = this.#text;
    const elements = this.#elements;
    this.#readDocument();
    if (elements.end === 'complete' && /[^\s\0]/.test(text.slice(this.#at, this.#at + 4096))) {
      this.#options.warnings.add('trailing-junk', this.#at);
      if (this.#plan.readsOn) this.#readFurther();
    }
    const end = elements.end ?? elements.finish(text.length);
    const { root, further, tooDeep } = elements;
    return { root, further, tooDeep, end, source: this.#source, foreign: this.#foreign };
  }

  #readDocument(): void {
    const elements = this.#elements;
    while (elements.end === null) {
      const open = this.#text.indexOf('<', this.#at);
      if (open < 0) break;
      if (this.#options.deadline.isOver) elements.end = 'time-limit';
      else this.#readMarkup(open, this.#text.charCodeAt(open + 1));
    }
  }

  /** Documents that a program put behind the first, each under a root of the same name. */
  #readFurther(): void {
    const elements = this.#elements;
    const root = `<${this.#rootName}`;
    for (let count = 1; count < MOST_DOCUMENTS && elements.end === 'complete'; count += 1) {
      const next = this.#text.indexOf(root, this.#at);
      if (next < 0 || !isNameEnd(this.#text.charCodeAt(next + root.length))) return;
      this.#at = next;
      elements.end = null;
      this.#readDocument();
    }
  }

  #readMarkup(open: number, next: number): void {
    if (next === 47 /* / */) this.#readEndTag(open);
    else if (next === 33 /* ! */) this.#readDeclaration(open);
    else if (next === 63 /* ? */) this.#readInstruction(open);
    else if (isNameStart(next)) this.#readStartTag(open);
    else this.#passOver(open, 1);
  }

  /** What looks like markup and is none stays text. */
  #passOver(open: number, length: number): void {
    if (this.#elements.root) this.#options.warnings.add('stray-markup', open);
    this.#at = open + length;
  }

  /** Behind the next landmark, or past `length` characters where there is none. */
  #skipTo(landmark: Landmark, open: number, length: number): void {
    const found = landmark.next(this.#text, open + length);
    if (found >= 0) this.#at = found + landmark.length;
    else this.#passOver(open, length);
  }

  #readInstruction(open: number): void {
    if (open > 0 && this.#text.startsWith('<?xml ', open)) {
      this.#options.warnings.add('leading-junk', 0);
    }
    this.#skipTo(this.#instructionEnd, open, 2);
  }

  #readDeclaration(open: number): void {
    const text = this.#text;
    if (text.startsWith('<![CDATA[', open)) this.#readCdata(open + 9);
    else if (text.startsWith('<!--', open)) this.#skipTo(this.#commentEnd, open, 4);
    else if (!this.#sawDoctype && /^<!DOCTYPE/i.test(text.slice(open, open + 9))) {
      this.#readDoctype(open);
    } else this.#passOver(open, 2);
  }

  #readDoctype(open: number): void {
    const text = this.#text;
    this.#sawDoctype = true;
    const head = text.slice(open, open + 200);
    this.#source.hasExternalSubset = /^<!DOCTYPE\s+\S+\s+(?:SYSTEM|PUBLIC)\b/i.test(head);
    const close = this.#tagEnd.next(text, open);
    const subset = text.indexOf('[', open);
    if (subset < 0 || close < 0 || subset > close) {
      this.#skipTo(this.#tagEnd, open, 2);
      return;
    }
    const subsetEnd = /\]\s*>/g;
    subsetEnd.lastIndex = subset;
    const end = subsetEnd.exec(text)?.index ?? close;
    this.#source.entities = readDeclaredEntities(text.slice(open, Math.min(end, open + 262_144)));
    this.#at = subsetEnd.lastIndex || close + 1;
  }

  /** A section that swallows the start of another and an end of its own entry was never closed by its publisher. */
  #readCdata(from: number): void {
    const text = this.#text;
    const close = this.#cdataEnd.next(text, from);
    const another = this.#cdataOpen.next(text, from);
    this.#at = close < 0 ? text.length : close + 3;
    const { entryName, innermostName } = this.#elements;
    if (entryName === undefined || (close >= 0 && (another < 0 || another > close))) return;
    const section = text.slice(from, close < 0 ? text.length : close);
    const entryEnd = section.indexOf(`</${entryName}`);
    if (entryEnd < 0) return;
    const own = section.slice(0, entryEnd).indexOf(`</${innermostName}`);
    this.#at = from + (own < 0 ? entryEnd : own);
    this.#options.warnings.add('unclosed-cdata', from);
  }

  #readStartTag(at: number): void {
    const text = this.#text;
    const nameEnd = this.#nameEnd(at + 2);
    const name = text.slice(at + 1, nameEnd);
    this.#at = nameEnd;
    if (!this.#elements.root) {
      if (!this.#isRoot(name, at)) return;
      this.#rootName = name;
    }
    if (text.charCodeAt(nameEnd) === 62 /* > */) {
      this.#at = nameEnd + 1;
      this.#elements.open({ name, attributes: [], selfClosing: false, at, end: this.#at });
      return;
    }
    const tag = readAttributes(text, nameEnd, this.#quotes);
    this.#at = tag.end < 0 ? text.length : tag.end;
    if (tag.end < 0) return;
    if (tag.malformed) this.#options.warnings.add('bad-attribute', at);
    this.#elements.open({ ...tag, name, at });
  }

  #isRoot(name: string, open: number): boolean {
    const local = name.toLowerCase().replace(/^.*:/, '');
    if (this.#plan.isRoot(local)) {
      const before = this.#text.slice(0, this.#text.indexOf('<'));
      if (/[^\s\uFEFF]/.test(before)) this.#options.warnings.add('leading-junk', 0);
      return true;
    }
    this.#options.warnings.add('leading-junk', open);
    if (this.#plan.isForeignRoot(local)) {
      this.#foreign = true;
      this.#elements.end = 'stopped';
    }
    return false;
  }

  #readEndTag(open: number): void {
    const text = this.#text;
    const nameEnd = this.#nameEnd(open + 2);
    const close = this.#tagEnd.next(text, nameEnd);
    this.#at = close < 0 ? text.length : close + 1;
    if (close < 0 && this.#elements.depth > 1) return;
    if (close < 0) this.#options.warnings.add('truncated', open);
    if (this.#elements.depth > 0) this.#elements.close(text.slice(open + 2, nameEnd), open);
  }

  #nameEnd(from: number): number {
    let at = from;
    while (at < this.#text.length && !isNameEnd(this.#text.charCodeAt(at))) at += 1;
    return at;
  }
}

const MOST_DOCUMENTS = 100;

/** Letters, `_`, `:`, and all beyond ASCII (XML 1.0 §2.3, generously). */
const isNameStart = (code: number) =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  code === 95 ||
  code === 58 ||
  code > 127;

/** `>`, `/`, `<` and white space. */
const isNameEnd = (code: number) =>
  code === 62 ||
  code === 47 ||
  code === 60 ||
  code === 32 ||
  code === 10 ||
  code === 9 ||
  code === 13;
