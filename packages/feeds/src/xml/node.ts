import { cutText } from '@nashra/text';
import { resolveBase } from '../markup/resolve-address.ts';
import { decodeReferences, type EntitySource } from './entities.ts';
import type { NamespaceScope } from './namespaces.ts';

/** What the nodes of one document share. */
export class XmlSource implements EntitySource {
  /** General entities that the document type declares. */
  entities: ReadonlyMap<string, string> | undefined;
  /** The document type points at declarations elsewhere, which nobody fetches. */
  hasExternalSubset = false;
  readonly text: string;
  readonly maxChars: number;
  /** Characters that expanded entities may still add, whatever the document type declares. */
  #budget = 1_000_000;
  #undeclaredReferences = 0;
  #cut = 0;

  constructor(text: string, maxChars: number) {
    this.text = text;
    this.maxChars = maxChars;
  }

  /** How many fields were longer than a field may be. */
  get fieldsCut(): number {
    return this.#cut;
  }

  slice(start: number, end: number): string {
    if (end - start <= this.maxChars) return this.text.slice(start, end);
    this.#cut += 1;
    return cutText(this.text.slice(start, end), this.maxChars);
  }

  decode(raw: string): string {
    return decodeReferences(raw, this);
  }

  declared(name: string): string | undefined {
    const value = this.entities?.get(name);
    if (value === undefined) return undefined;
    this.#budget -= value.length;
    return this.#budget >= 0 ? value : '';
  }

  /** Notes a reference that XML does not know without a declaration. */
  undeclared(): void {
    this.#undeclaredReferences += 1;
  }

  get undeclaredReferences(): number {
    return this.#undeclaredReferences;
  }
}

/** An element. Its content stays a range of the source until somebody asks for it. */
export class XmlNode {
  readonly tag: string;
  readonly source: XmlSource;
  readonly scope: NamespaceScope;
  /** Name, value, name, value: most elements have none or two, so a list beats a map. */
  readonly attributes: readonly string[];
  /** What relative addresses in it are relative to (xml:base), absolute. */
  readonly base: string | null;
  /** Language in force (xml:lang); an empty string where a publisher took it back. */
  readonly language: string | null;
  readonly children: XmlNode[] = [];
  readonly start: number;
  end: number;

  constructor(
    tag: string,
    source: XmlSource,
    scope: NamespaceScope,
    attributes: readonly string[],
    inherited: { readonly base: string | null; readonly language: string | null },
    start: number,
  ) {
    this.tag = tag;
    this.source = source;
    this.scope = scope;
    this.attributes = attributes;
    let { base, language } = inherited;
    for (let i = 0; i < attributes.length; i += 2) {
      const name = attributes[i];
      if (name === 'xml:base') base = resolveBase(attributes[i + 1] as string, base);
      else if (name === 'xml:lang') language = (attributes[i + 1] as string).trim();
    }
    this.base = base;
    this.language = language;
    this.start = start;
    this.end = start;
  }

  attribute(name: string): string | null {
    for (let i = 0; i < this.attributes.length; i += 2) {
      if (this.attributes[i] === name) return this.attributes[i + 1] as string;
    }
    return null;
  }

  child(tag: string): XmlNode | undefined {
    return this.children.find((child) => child.tag === tag);
  }

  /** Character data of the element and everything in it, references decoded, white space at the ends cut. */
  get text(): string {
    const raw = this.source.slice(this.start, this.end);
    return (raw.includes('<') ? this.#mixedText(raw) : this.source.decode(raw)).trim();
  }

  /** The element's content as the publisher wrote it, CDATA sections and all. */
  get inner(): string {
    return this.source.slice(this.start, this.end);
  }

  #mixedText(raw: string): string {
    const hasElements = this.children.length > 0;
    let out = '';
    let at = 0;
    while (at < raw.length) {
      const open = raw.indexOf('<', at);
      if (open < 0) return out + this.source.decode(raw.slice(at));
      if (open > at) out += this.source.decode(raw.slice(at, open));
      if (raw.startsWith('<![CDATA[', open)) {
        const close = raw.indexOf(']]>', open + 9);
        out += close < 0 ? raw.slice(open + 9) : raw.slice(open + 9, close);
        at = close < 0 ? raw.length : close + 3;
      } else if (raw.startsWith('<!--', open)) {
        const close = raw.indexOf('-->', open + 4);
        at = close < 0 ? raw.length : close + 3;
      } else if (hasElements && /[A-Za-z/?!_:]/.test(raw[open + 1] ?? '')) {
        const close = raw.indexOf('>', open + 1);
        at = close < 0 ? raw.length : close + 1;
      } else {
        out += '<';
        at = open + 1;
      }
    }
    return out;
  }
}
