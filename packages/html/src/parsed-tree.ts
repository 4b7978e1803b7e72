import type { AttributeStore } from './attribute-store.ts';
import { isOf, KIND } from './byte-kinds.ts';
import { decodeText, normalizeRaw } from './character-references.ts';
import type { Source } from './source.ts';
import { FIRST_UNKNOWN_TAG, TAG_NAMES } from './tags.ts';
import { NODE, type Tree } from './tree.ts';
import type { UnitBuffer } from './unit-buffer.ts';

/** The columns of a finished tree, in document order; `from` and `to` as in NodeStore. */
export interface Columns {
  readonly kind: Uint8Array;
  readonly tag: Uint16Array;
  readonly parent: Int32Array;
  readonly end: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** A tree over its source: texts and attribute values are cut and decoded when asked for. */
export class ParsedTree implements Tree {
  readonly size: number;
  readonly kind: Uint8Array;
  readonly tag: Uint16Array;
  readonly parent: Int32Array;
  readonly end: Int32Array;
  readonly truncated: boolean;
  readonly bytes: Uint8Array;
  readonly #from: Int32Array;
  readonly #to: Int32Array;
  readonly #source: Source;
  readonly #strings: readonly string[];
  readonly #attributes: AttributeStore;
  readonly #ownTags: readonly string[];

  constructor(
    columns: Columns,
    source: Source,
    strings: readonly string[],
    attributes: AttributeStore,
    ownTags: readonly string[],
    truncated: boolean,
  ) {
    this.size = columns.kind.length;
    this.kind = columns.kind;
    this.tag = columns.tag;
    this.parent = columns.parent;
    this.end = columns.end;
    this.truncated = truncated;
    this.#from = columns.from;
    this.#to = columns.to;
    this.bytes = source.bytes;
    this.#source = source;
    this.#strings = strings;
    this.#attributes = attributes;
    this.#ownTags = ownTags;
  }

  tagName(node: number): string {
    if (this.kind[node] !== NODE.element) return '';
    const tag = this.tag[node] as number;
    return TAG_NAMES[tag] ?? this.#ownTags[tag - FIRST_UNKNOWN_TAG] ?? '';
  }

  text(node: number): string {
    if (this.kind[node] !== NODE.text) return '';
    const from = this.#from[node] as number;
    const to = this.#to[node] as number;
    if (from < 0) return this.#strings[~from] ?? '';
    return to < 0
      ? normalizeRaw(this.#source.slice(from, ~to))
      : decodeText(this.#source.slice(from, to));
  }

  appendText(node: number, target: UnitBuffer): void {
    if (this.kind[node] !== NODE.text) return;
    const from = this.#from[node] as number;
    const to = this.#to[node] as number;
    const end = to < 0 ? ~to : to;
    if (from < 0 || !this.#source.isValid) target.append(this.text(node));
    else if (!target.appendUtf8(this.#source.bytes, from, end, to < 0)) {
      target.append(this.text(node));
    }
  }

  isBlank(node: number): boolean {
    const from = this.#from[node] as number;
    if (this.kind[node] !== NODE.text || from < 0) return false;
    const { bytes } = this;
    const to = this.#to[node] as number;
    const end = to < 0 ? ~to : to;
    let at = from;
    while (at < end && isOf(bytes[at] as number, KIND.blank)) at++;
    return at === end;
  }

  textSize(node: number): number {
    if (this.kind[node] !== NODE.text) return 0;
    const from = this.#from[node] as number;
    const to = this.#to[node] as number;
    if (from < 0) return (this.#strings[~from] ?? '').length;
    return (to < 0 ? ~to : to) - from;
  }

  attrFrom(node: number): number {
    return this.kind[node] === NODE.element ? (this.#from[node] as number) : 0;
  }

  attrTo(node: number): number {
    return this.kind[node] === NODE.element ? (this.#to[node] as number) : 0;
  }

  attrId(row: number): number {
    return this.#attributes.nameAt(row);
  }

  attrName(row: number): string {
    return this.#attributes.nameOf(this.#attributes.nameAt(row));
  }

  attrValue(row: number): string {
    return this.#attributes.valueIn(this.#source, row);
  }

  appendValue(row: number, target: UnitBuffer): void {
    const from = this.#attributes.valueFrom(row);
    const to = this.#attributes.valueTo(row);
    const isPlain = this.#source.isValid && target.appendUtf8(this.bytes, from, to, false);
    if (!isPlain) target.append(this.attrValue(row));
  }

  valueFrom(row: number): number {
    return this.#attributes.valueFrom(row);
  }

  valueTo(row: number): number {
    return this.#attributes.valueTo(row);
  }

  attr(node: number, name: string): string | undefined {
    if (this.kind[node] !== NODE.element) return undefined;
    const from = this.#from[node] as number;
    const to = this.#to[node] as number;
    if (from === to) return undefined;
    const id = this.#attributes.idOf(name);
    const row = id < 0 ? -1 : this.#attributes.row(from, to, id);
    return row < 0 ? undefined : this.#attributes.valueIn(this.#source, row);
  }

  attrNames(node: number): readonly string[] {
    if (this.kind[node] !== NODE.element) return [];
    const names: string[] = [];
    for (let row = this.#from[node] as number; row < (this.#to[node] as number); row++) {
      names.push(this.#attributes.nameOf(this.#attributes.nameAt(row)));
    }
    return names;
  }
}
