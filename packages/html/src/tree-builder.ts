import type { Arena } from './arena.ts';
import {
  foreignEnd,
  foreignStart,
  foreignText,
  isForeignStart,
  isForeignText,
} from './foreign-content.ts';
import { FormattingElements } from './formatting-elements.ts';
import { MODE } from './mode.ts';
import { modeOf } from './reset-mode.ts';
import type { Source } from './source.ts';
import { FOREIGN, TRAIT, tagTraits } from './tag-traits.ts';
import { TAG } from './tags.ts';
import { TreeWriter } from './tree-writer.ts';

/** Elements that one token may push beyond those it was asked for (html, body, tbody, tr, …). */
const DEPTH_RESERVE = 8;

/** What an insertion mode does with a token; its text, attributes and so on lie in the builder. */
export interface Mode {
  text(builder: TreeBuilder): void;
  start(builder: TreeBuilder, tag: number): void;
  end(builder: TreeBuilder, tag: number): void;
  eof(builder: TreeBuilder): void;
}

/**
 * Tree construction (HTML, § 13.2.6): takes tokens, and by the rules of the insertion mode writes nodes. Holds what the
 * standard calls the parser's state, and the operations on it that more than one mode needs.
 */
export class TreeBuilder extends TreeWriter {
  readonly formatting: FormattingElements;
  readonly templateModes: number[] = [];
  readonly #modes: readonly Mode[];
  readonly #maxDepth: number;

  /** One of MODE. */
  mode: number = MODE.initial;
  isQuirks = false;
  framesetOk = true;
  head = -1;
  form = -1;
  truncated = false;

  /** Set by `plaintext`: there are no more tags. */
  isPlaintext = false;
  /** Set by `pre`: a newline that comes next is nothing. The tokenizer clears it when something else comes. */
  skipsNewline = false;

  constructor(source: Source, modes: readonly Mode[], maxDepth: number, memory: Arena) {
    const deepest = Math.max(maxDepth - DEPTH_RESERVE, 1);
    const capacity = deepest + 4 * DEPTH_RESERVE;
    super(source, capacity, memory);
    this.#modes = modes;
    this.#maxDepth = deepest;
    const { store, attributes } = this;
    this.formatting = new FormattingElements(store, attributes, source, capacity, memory);
  }

  /** The characters that lie in the builder's token. */
  text(): void {
    const { token } = this;
    if (this.skipsNewline) {
      this.skipsNewline = false;
      token.skipNewline();
    }
    if (!token.isEmpty) this.processText();
  }

  processText(): void {
    if (isForeignText(this.open.code)) foreignText(this);
    else this.rules(this.mode).text(this);
  }

  startTag(tag: number): void {
    if (this.open.size >= this.#maxDepth && !this.#isLeaf(tag)) {
      this.truncated = true;
      this.attributes.count = this.attributesFrom;
      return;
    }
    this.processStart(tag);
  }

  processStart(tag: number): void {
    if (isForeignStart(this.open.code, tag)) foreignStart(this, tag);
    else this.startByMode(tag);
  }

  endTag(tag: number): void {
    if ((this.open.code & FOREIGN) !== 0) foreignEnd(this, tag);
    else this.endByMode(tag);
  }

  eof(): void {
    this.rules(this.mode).eof(this);
  }

  /** Elements that never have elements inside may be as deep as they like. */
  #isLeaf(tag: number): boolean {
    return (tagTraits(tag) & (TRAIT.void | TRAIT.raw)) !== 0 && (this.open.code & FOREIGN) === 0;
  }

  startByMode(tag: number): void {
    this.rules(this.mode).start(this, tag);
  }

  endByMode(tag: number): void {
    this.rules(this.mode).end(this, tag);
  }

  /** The rules of a mode: `using the rules for`. */
  rules(mode: number): Mode {
    return this.#modes[mode] as Mode;
  }

  closeP(): void {
    if (!this.open.inScope(TAG.p, TRAIT.buttonScope)) return;
    this.open.popUntil(TAG.p);
  }

  /** Takes an element off both lists, wherever it stands. */
  forget(node: number): void {
    const entry = this.formatting.indexOf(node);
    if (entry >= 0) this.formatting.removeAt(entry);
    const at = this.open.indexOf(node);
    if (at >= 0) this.open.removeAt(at);
  }

  leaveTemplate(): void {
    this.open.popUntil(TAG.template);
    this.formatting.clearToMarker();
    this.templateModes.pop();
    this.resetMode();
  }

  resetMode(): void {
    this.mode = modeOf(this.open, this.templateModes, this.head >= 0);
  }

  /** Opens again the formatting elements that were closed by what they were in. */
  reconstructFormatting(): void {
    const { formatting, open, store } = this;
    const isSettled = (i: number): boolean =>
      formatting.isMarker(i) || store.open[formatting.nodes[i] as number] === 1;
    let entry = formatting.size;
    while (entry > 0 && !isSettled(entry - 1)) entry--;
    for (; entry < formatting.size && open.size < this.#maxDepth; entry++) {
      const node = this.cloneElement(formatting.nodes[entry] as number);
      this.place(node);
      open.push(node, formatting.tags[entry] as number);
      formatting.nodes[entry] = node;
    }
  }

  /** Inserts a formatting element for the start tag at hand. */
  insertFormatting(tag: number): void {
    const node = this.insert(tag);
    if (this.formatting.isFull) this.truncated = true;
    else this.formatting.push(node, tag);
  }
}
