import type { Deadline } from '../limits.ts';
import type { Warnings } from '../warning.ts';
import { QuoteFinder, readAttributes } from './attributes.ts';
import { readDeclaredEntities } from './doctype.ts';
import { Landmark } from './landmark.ts';
import { coreOfRoot, NamespaceScope } from './namespaces.ts';
import { XmlNode, XmlSource } from './node.ts';

/** What a reader of a tree wants to know while it grows. */
export interface TreePlan {
  /** Local names of elements that may be the document's root. Whatever precedes the first of them is passed over. */
  isRoot(localName: string): boolean;
  /** Local names that say this is another kind of document. */
  isForeignRoot(localName: string): boolean;
  /** Canonical names of the elements that repeat: each is handed over when it is complete, and then forgotten. */
  isEntry(tag: string): boolean;
  /** Takes a complete entry; `false` ends the reading. */
  onEntry(entry: XmlNode, root: XmlNode): boolean;
}

export interface TreeOptions {
  base: string | null;
  language: string | null;
  maxDepth: number;
  maxFieldChars: number;
  deadline: Deadline;
  warnings: Warnings;
}

/** Raised as a value, not thrown: how a reading ended. */
export type TreeEnd = 'complete' | 'truncated' | 'stopped' | 'time-limit';

export interface Tree {
  root: XmlNode | null;
  source: XmlSource;
  foreign: boolean;
  end: TreeEnd;
  /** Elements were deeper than allowed. */
  tooDeep: boolean;
}

/**
 * One pass over XML as publishers serve it, well-formed or not. Nothing in it can make the pass more than linear:
 * every search that fails, or finds something far away, is remembered.
 */
export function readTree(text: string, plan: TreePlan, options: TreeOptions): Tree {
  return new TreeReader(text, plan, options).read();
}

class TreeReader {
  readonly #text: string;
  readonly #plan: TreePlan;
  readonly #options: TreeOptions;
  readonly #warnings: Warnings;
  readonly #source: XmlSource;
  readonly #quotes = new QuoteFinder();
  readonly #cdataOpen = new Landmark('<![CDATA[');
  readonly #cdataEnd = new Landmark(']]>');
  readonly #commentEnd = new Landmark('-->');
  readonly #piEnd = new Landmark('?>');
  readonly #tagEnd = new Landmark('>');
  readonly #documentScope = new NamespaceScope(null, new Map());
  readonly #stack: XmlNode[] = [];
  /** Raw names of the open elements: end tags are matched as written. */
  readonly #names: string[] = [];
  #root: XmlNode | null = null;
  #foreign = false;
  #end: TreeEnd | null = null;
  /** Elements open beyond the depth that is kept. */
  #overflow = 0;
  #tooDeep = false;
  /** Depth of the open entry; -1 when none is open. */
  #entryAt = -1;
  #at = 0;

  constructor(text: string, plan: TreePlan, options: TreeOptions) {
    this.#text = text;
    this.#plan = plan;
    this.#options = options;
    this.#warnings = options.warnings;
    this.#source = new XmlSource(text, options.maxFieldChars);
  }

  read(): Tree {
    const text = this.#text;
    while (this.#end === null) {
      const open = text.indexOf('<', this.#at);
      if (open < 0) break;
      if (this.#options.deadline.isOver) this.#end = 'time-limit';
      else this.#readMarkup(open, text.charCodeAt(open + 1));
    }
    if (this.#end === null) this.#end = this.#finish();
    else if (this.#end === 'complete' && /[^\s\0]/.test(text.slice(this.#at, this.#at + 4096))) {
      this.#warnings.add('trailing-junk', this.#at);
    }
    return {
      root: this.#root,
      source: this.#source,
      foreign: this.#foreign,
      end: this.#end,
      tooDeep: this.#tooDeep,
    };
  }

  #readMarkup(open: number, next: number): void {
    if (next === 47 /* / */) this.#readEndTag(open);
    else if (next === 33 /* ! */) this.#readDeclaration(open);
    else if (next === 63 /* ? */) this.#readInstruction(open);
    else if (isNameStart(next)) this.#readStartTag(open);
    else {
      if (this.#root) this.#warnings.add('stray-markup', open);
      this.#at = open + 1;
    }
  }

  #readInstruction(open: number): void {
    if (open > 0 && this.#text.startsWith('<?xml ', open)) this.#warnings.add('leading-junk', 0);
    this.#at = this.#behind(this.#piEnd, open + 2, open + 1);
  }

  #readDeclaration(open: number): void {
    const text = this.#text;
    if (text.startsWith('<![CDATA[', open)) this.#readCdata(open + 9);
    else if (text.startsWith('<!--', open))
      this.#at = this.#behind(this.#commentEnd, open + 4, open + 4);
    else if (!this.#root && /^<!DOCTYPE/i.test(text.slice(open, open + 9))) this.#readDoctype(open);
    else {
      this.#warnings.add('stray-markup', open);
      this.#at = open + 2;
    }
  }

  /** Behind the next landmark, or at `otherwise` where there is none. */
  #behind(landmark: Landmark, from: number, otherwise: number): number {
    const found = landmark.next(this.#text, from);
    if (found >= 0) return found + landmark.length;
    this.#warnings.add('stray-markup', from);
    return otherwise;
  }

  #readDoctype(open: number): void {
    const text = this.#text;
    const close = this.#tagEnd.next(text, open);
    this.#source.hasExternalSubset = /^<!DOCTYPE\s+\S+\s+(?:SYSTEM|PUBLIC)\b/i.test(
      text.slice(open, open + 200),
    );
    const subset = text.indexOf('[', open);
    if (subset < 0 || close < 0 || subset > close) {
      this.#at = close < 0 ? open + 2 : close + 1;
      return;
    }
    const end = /\]\s*>/g;
    end.lastIndex = subset;
    const found = end.exec(text);
    const doctype = text.slice(open, found ? found.index : close);
    this.#source.entities = readDeclaredEntities(doctype.slice(0, 262_144));
    this.#at = found ? end.lastIndex : close + 1;
  }

  /** A section that swallows the start of another and an end of its own entry was never closed by its publisher. */
  #readCdata(from: number): void {
    const text = this.#text;
    const close = this.#cdataEnd.next(text, from);
    const another = this.#cdataOpen.next(text, from);
    if (close >= 0 && (another < 0 || another > close)) {
      this.#at = close + 3;
      return;
    }
    const section = text.slice(from, close < 0 ? text.length : close);
    const entryEnd = this.#entryAt < 0 ? -1 : section.indexOf(`</${this.#names[this.#entryAt]}`);
    if (entryEnd < 0) {
      this.#at = close < 0 ? text.length : close + 3;
      return;
    }
    const own = section.slice(0, entryEnd).indexOf(`</${this.#names.at(-1)}`);
    this.#at = from + (own < 0 ? entryEnd : own);
    this.#warnings.add('unclosed-cdata', from);
  }

  #readStartTag(open: number): void {
    const text = this.#text;
    let at = open + 2;
    while (at < text.length && !isNameEnd(text.charCodeAt(at))) at += 1;
    const raw = text.slice(open + 1, at);
    if (!this.#root && !this.#acceptRoot(raw, open)) {
      this.#at = at;
      return;
    }
    let attributes: string[] = [];
    let selfClosing = false;
    if (text.charCodeAt(at) === 62) {
      this.#at = at + 1;
    } else {
      const tag = readAttributes(text, at, this.#quotes);
      if (tag.end < 0) {
        this.#at = text.length;
        this.#end = this.#finish();
        return;
      }
      if (tag.malformed) this.#warnings.add('bad-attribute', open);
      this.#at = tag.end;
      attributes = tag.attributes;
      selfClosing = tag.selfClosing;
    }
    if (this.#stack.length >= this.#options.maxDepth) {
      this.#passOver(open, selfClosing);
      return;
    }
    this.#openElement(raw, attributes, open, selfClosing);
  }

  #passOver(open: number, selfClosing: boolean): void {
    if (!this.#tooDeep) this.#warnings.add('too-deep', open);
    this.#tooDeep = true;
    if (!selfClosing) this.#overflow += 1;
  }

  #acceptRoot(raw: string, open: number): boolean {
    const local = raw.toLowerCase().replace(/^.*:/, '');
    if (this.#plan.isRoot(local)) {
      if (/[^\s\uFEFF]/.test(this.#text.slice(0, this.#text.indexOf('<'))))
        this.#warnings.add('leading-junk', 0);
      return true;
    }
    if (this.#plan.isForeignRoot(local)) {
      this.#foreign = true;
      this.#end = 'stopped';
    }
    this.#warnings.add('leading-junk', open);
    return false;
  }

  #openElement(raw: string, written: string[], open: number, selfClosing: boolean): void {
    const parent = this.#stack.at(-1) ?? null;
    const bindings = namespaceBindings(written);
    let scope = parent?.scope ?? this.#documentScope;
    if (!this.#root) scope = new NamespaceScope(null, bindings, coreOfRoot(raw, bindings));
    else if (bindings.size > 0) scope = scope.extend(bindings);
    const attributes = written.length === 0 ? written : this.#decodeAttributes(written, scope);
    const tag = scope.element(raw);
    if (this.#entryAt >= 0 && this.#plan.isEntry(tag) && !this.#isInForeignContent()) {
      this.#warnings.add('entry-unclosed', open);
      this.#closeDownTo(this.#entryAt, open);
      if (this.#end !== null) return;
    }
    const inherited = this.#stack.at(-1) ?? this.#options;
    const node = new XmlNode(tag, this.#source, scope, attributes, inherited, this.#at);
    this.#root ??= node;
    this.#stack.at(-1)?.children.push(node);
    this.#stack.push(node);
    this.#names.push(raw);
    if (this.#entryAt < 0 && this.#plan.isEntry(tag)) this.#entryAt = this.#stack.length - 1;
    if (selfClosing) this.#closeDownTo(this.#stack.length - 1, this.#at);
  }

  #decodeAttributes(written: string[], scope: NamespaceScope): string[] {
    const attributes: string[] = [];
    for (let i = 0; i < written.length; i += 2) {
      const name = written[i] as string;
      const value = written[i + 1] as string;
      attributes.push(
        scope.attribute(name),
        value.includes('&') ? this.#source.decode(value) : value,
      );
    }
    return attributes;
  }

  /** Inside an Atom content that is XML of some other kind, an <item> is not an entry of this feed. */
  #isInForeignContent(): boolean {
    for (let depth = this.#stack.length - 1; depth > this.#entryAt; depth -= 1) {
      const node = this.#stack[depth] as XmlNode;
      if (node.tag === 'content' && /xml/i.test(node.attribute('type') ?? '')) return true;
    }
    return false;
  }

  #readEndTag(open: number): void {
    const text = this.#text;
    let at = open + 2;
    while (at < text.length && !isNameEnd(text.charCodeAt(at))) at += 1;
    const raw = text.slice(open + 2, at);
    const close = text.charCodeAt(at) === 62 ? at : this.#tagEnd.next(text, at);
    if (close < 0 && this.#stack.length > 1) {
      this.#at = text.length;
      return;
    }
    this.#at = close < 0 ? text.length : close + 1;
    if (close < 0) this.#warnings.add('truncated', open);
    if (this.#stack.length > 0) this.#closeElement(raw, open);
  }

  #closeElement(raw: string, open: number): void {
    const top = this.#names.length - 1;
    if (this.#overflow > 0) {
      if (raw !== this.#names[this.#entryAt] && raw !== this.#names[0]) {
        this.#overflow -= 1;
        return;
      }
      this.#overflow = 0;
    }
    if (this.#names[top] === raw) {
      this.#closeDownTo(top, open);
      return;
    }
    const depth = this.#depthOf(raw);
    this.#warnings.add('tag-mismatch', open);
    if (depth >= 0) this.#closeDownTo(depth, open);
  }

  /** Where the element that an end tag means is open: as written, or else but for case or prefix. */
  #depthOf(raw: string): number {
    const exact = this.#names.lastIndexOf(raw);
    if (exact >= 0) return exact;
    const tag = (this.#stack.at(-1) as XmlNode).scope.element(raw);
    return this.#stack.findLastIndex((node) => node.tag === tag);
  }

  #closeDownTo(depth: number, end: number): void {
    for (let i = this.#stack.length - 1; i >= depth; i -= 1) {
      const node = this.#stack.pop() as XmlNode;
      this.#names.pop();
      node.end = Math.max(node.start, end);
      if (i === this.#entryAt) this.#finishEntry(node);
      if (i === 0) this.#end ??= 'complete';
    }
  }

  #finishEntry(node: XmlNode): void {
    this.#entryAt = -1;
    this.#overflow = 0;
    this.#stack.at(-1)?.children.pop();
    if (!this.#plan.onEntry(node, this.#root as XmlNode)) this.#end = 'stopped';
  }

  #finish(): TreeEnd {
    if (this.#stack.length === 0) return 'complete';
    if (this.#entryAt >= 0) {
      this.#warnings.add('entry-cut', this.#stack[this.#entryAt]?.start ?? null);
      this.#stack[this.#entryAt - 1]?.children.pop();
    }
    this.#warnings.add('truncated', this.#text.length);
    for (const node of this.#stack) node.end = this.#text.length;
    return 'truncated';
  }
}

function namespaceBindings(attributes: string[]): Map<string, string> {
  const bindings = new Map<string, string>();
  for (let i = 0; i < attributes.length; i += 2) {
    const name = (attributes[i] as string).toLowerCase();
    if (name === 'xmlns') bindings.set('', attributes[i + 1] as string);
    else if (name.startsWith('xmlns:')) bindings.set(name.slice(6), attributes[i + 1] as string);
  }
  return bindings;
}

const isNameStart = (code: number) =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  code === 95 ||
  code === 58 ||
  code > 127;

const isNameEnd = (code: number) =>
  code === 62 ||
  code === 47 ||
  code === 32 ||
  code === 10 ||
  code === 9 ||
  code === 13 ||
  code === 60;
