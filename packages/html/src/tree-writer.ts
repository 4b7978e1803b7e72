import type { Arena } from './arena.ts';
import { AttributeStore } from './attribute-store.ts';
import { decodeText, normalizeRaw } from './character-references.ts';
import { NodeStore } from './node-store.ts';
import { OpenElements } from './open-elements.ts';
import type { Source } from './source.ts';
import { TAG_OF_CODE, TRAIT, traitsOf } from './tag-traits.ts';
import { TAG } from './tags.ts';
import { TextToken } from './text-token.ts';
import { NODE } from './tree.ts';

/** Writes nodes where the open elements say they belong (HTML, § 13.2.6.1 "Creating and inserting nodes"). */
export class TreeWriter {
  readonly store: NodeStore;
  readonly attributes: AttributeStore;
  readonly open: OpenElements;
  /** The characters at hand. */
  readonly token: TextToken;
  readonly #source: Source;

  /** The start tag at hand: its first attribute (the last is the store's last), and whether it closes itself. */
  attributesFrom = 0;
  selfClosing = false;
  /** What would go into a table goes before it. */
  isFostering = false;
  /** Set when a start tag asks the tokenizer for raw text: the element that takes it. */
  rawElement = -1;

  constructor(source: Source, stackCapacity: number, memory: Arena) {
    this.#source = source;
    this.store = new NodeStore(64 + (source.length >> 6), memory);
    this.attributes = new AttributeStore(64 + (source.length >> 7), memory);
    this.open = new OpenElements(this.store, stackCapacity, memory);
    this.token = new TextToken(source);
  }

  /** Inserts an element (an HTML one when its code is a tag) for the start tag at hand, and makes it the current node. */
  insert(code: number): number {
    const node = this.store.element(code & TAG_OF_CODE, this.attributesFrom, this.attributes.count);
    this.attributesFrom = this.attributes.count;
    this.place(node);
    this.open.push(node, code);
    return node;
  }

  /** Inserts an element for a start tag that is not in the source. */
  insertImplied(tag: number): number {
    const node = this.store.element(tag, 0, 0);
    this.place(node);
    this.open.push(node, tag);
    return node;
  }

  insertImpliedVoid(tag: number): void {
    this.place(this.store.element(tag, 0, 0));
  }

  /** Inserts an element that is closed at once. */
  insertVoid(tag: number): number {
    const node = this.store.element(tag, this.attributesFrom, this.attributes.count);
    this.attributesFrom = this.attributes.count;
    this.place(node);
    return node;
  }

  /** Inserts an element whose content the tokenizer is to read as text. */
  insertRaw(tag: number): void {
    this.rawElement = this.insertVoid(tag);
  }

  /** The content of an element that `insertRaw` inserted. */
  rawText(from: number, to: number, isRaw: boolean, dropsNewline: boolean): void {
    this.token.set(from, to, isRaw);
    if (dropsNewline) this.token.skipNewline();
    if (!this.token.isEmpty) this.store.append(this.rawElement, this.#newText());
    this.rawElement = -1;
  }

  /** Puts a new node where the standard's "appropriate place" is. */
  place(node: number): void {
    const { open, store } = this;
    if (this.isFostering && (traitsOf(open.code) & TRAIT.fosters) !== 0) this.fosterParent(node);
    else store.append(open.size === 0 ? 0 : open.node, node);
  }

  /** Puts a node where the standard wants what may not be in a table: before it. */
  fosterParent(node: number): void {
    const before = this.#fosterSibling();
    if (before >= 0) this.store.insertBefore(before, node);
    else this.#appendOutOfOrder(~before, node);
  }

  #appendOutOfOrder(parent: number, node: number): void {
    this.store.moved = true;
    this.store.append(parent, node);
  }

  /** The table to put a foster child before; or `~parent` when it goes to the end of a parent. */
  #fosterSibling(): number {
    const { nodes, codes, size } = this.open;
    for (let i = size - 1; i > 0; i--) {
      if (codes[i] === TAG.template) return ~(nodes[i] as number);
      if (codes[i] !== TAG.table) continue;
      const table = nodes[i] as number;
      return (this.store.parent[table] as number) >= 0 ? table : ~(nodes[i - 1] as number);
    }
    return ~(nodes[0] as number);
  }

  /** Inserts the characters at hand. */
  insertText(): void {
    const { open, store, token } = this;
    if (token.isEmpty) return;
    if (!(this.isFostering && (traitsOf(open.code) & TRAIT.fosters) !== 0)) {
      const last = store.last[open.node] as number;
      if (last >= 0 && store.kind[last] === NODE.text) this.#extend(last);
      else store.append(open.node, this.#newText());
      return;
    }
    const before = this.#fosterSibling();
    const last = before >= 0 ? (store.previous[before] as number) : (store.last[~before] as number);
    if (last >= 0 && store.kind[last] === NODE.text) this.#extend(last);
    else if (before >= 0) store.insertBefore(before, this.#newText());
    else this.#appendOutOfOrder(~before, this.#newText());
  }

  /** Inserts the white space that the characters at hand begin with, and leaves the rest. */
  insertBlank(): void {
    const { token } = this;
    const blankEnd = token.blankEnd();
    const { to } = token;
    token.to = blankEnd;
    this.insertText();
    token.from = blankEnd;
    token.to = to;
  }

  #newText(): number {
    const { from, to, isRaw, isOwn } = this.token;
    if (isOwn) return this.store.text(~(this.store.strings.push(this.token.value) - 1), 0);
    return this.store.text(from, isRaw ? ~to : to);
  }

  #extend(node: number): void {
    const { store, token } = this;
    const from = store.from[node] as number;
    const to = store.to[node] as number;
    if (from < 0) store.strings[~from] += token.value;
    else if (!token.isOwn && token.from === (token.isRaw ? ~to : to)) {
      store.to[node] = token.isRaw ? ~token.to : token.to;
    } else {
      const before =
        to < 0
          ? normalizeRaw(this.#source.slice(from, ~to))
          : decodeText(this.#source.slice(from, to));
      store.from[node] = ~(store.strings.push(before + token.value) - 1);
    }
  }

  /** A new element with the tag and attributes of another. */
  cloneElement(node: number): number {
    const { store } = this;
    return store.element(
      store.tag[node] as number,
      store.from[node] as number,
      store.to[node] as number,
    );
  }

  /** The value of an attribute of the start tag at hand. */
  givenAttribute(name: string): string | undefined {
    const { attributes } = this;
    const row = attributes.row(this.attributesFrom, attributes.count, attributes.idOf(name));
    return row < 0 ? undefined : attributes.valueIn(this.#source, row);
  }

  /** Gives an element those attributes of the start tag at hand that it lacks. */
  addMissingAttributes(node: number): void {
    const { attributes, store } = this;
    const given = this.attributesFrom;
    const merged = attributes.count;
    const [from, to] = [store.from[node] as number, store.to[node] as number];
    if (!attributes.merge(from, to, given, merged)) return;
    store.from[node] = merged;
    store.to[node] = attributes.count;
    this.attributesFrom = attributes.count;
  }
}
