import { keepSpecimen } from '@nashra/html';
import type { Elements } from './elements.ts';
import type { PageFacts } from './page-facts.ts';
import type { Rows } from './rows.ts';
import type { TextFacts } from './scan.ts';
import type { WordTable } from './word-table.ts';

/**
 * How much more (up to 1) or less (down to -1) often than others the blocks with a word belong to
 * the body, by the word's hash, 0 for unknown words. Learned over many publishers.
 */
export interface WordValues {
  /** Words of class and id attributes on the block's own element. */
  readonly own: Values;
  /** The same on its ancestors. */
  readonly above: Values;
  /** Words of the text. */
  readonly text: Values;
}

type Values = Pick<WordTable, 'valueOf'>;

/** Words of an article's middle say little: only both ends are looked at. */
const HEAD = 24;
const TAIL = 6;
const LEVELS = 6;

export const VALUE_NAMES: readonly string[] = [
  ...['own', 'up1', 'up2', 'up3'].flatMap((level) => [`names:${level}:min`, `names:${level}:max`]),
  'names:own:mean',
  'text:mean',
  'text:min',
  'text:max',
  'text:known',
  'text:heading-mean',
];

/** The token to look at after the one at `at`. */
export const nextRead = ({ tokenStart, tokenEnd }: TextFacts, at: number): number =>
  at + 1 === tokenStart + HEAD ? Math.max(at + 1, tokenEnd - TAIL) : at + 1;

/** Calls `visit` with the words of an element's own naming attributes. */
export function visitNames(
  { words, wordsFrom }: Elements,
  node: number,
  visit: (hash: number) => void,
): void {
  const to = wordsFrom[node + 1] as number;
  for (let at = wordsFrom[node] as number; at < to; at++) visit(words[at] as number);
}

/** Calls `visit` with the words of the block's next ancestors, and their level. */
export function visitAncestors(
  facts: PageFacts,
  index: number,
  visit: (hash: number, level: number) => void,
): void {
  const { tree, elements, blocks } = facts;
  let node = tree.parent[(blocks[index] as (typeof blocks)[number]).node] ?? 0;
  for (let level = 1; level <= LEVELS && node > 0; level++) {
    visitNames(elements, node, (word) => visit(word, level));
    node = tree.parent[node] as number;
  }
}

/** What the words of something are worth. Words that say nothing do not count. */
class Spread {
  min = 0;
  max = 0;
  known = 0;
  #sum = 0;

  clear(): void {
    this.min = 0;
    this.max = 0;
    this.known = 0;
    this.#sum = 0;
  }

  /** Adds the words of a range. */
  addAll(values: Values, hashes: Int32Array, from: number, to: number): void {
    for (let at = from; at < to; at++) this.add(values.valueOf(hashes[at] as number));
  }

  add(value: number): void {
    if (value === 0) return;
    if (value < this.min) this.min = value;
    if (value > this.max) this.max = value;
    this.#sum += value;
    this.known++;
  }

  get mean(): number {
    return this.known > 0 ? this.#sum / this.known : 0;
  }
}

/** Writes VALUE_NAMES.length columns of a page's rows. Blocks in a row share parents and headings. */
class ValueWriter {
  readonly #facts: PageFacts;
  readonly #values: WordValues;
  readonly #own = new Spread();
  readonly #said = new Spread();
  readonly #title = new Spread();
  readonly #levels = [new Spread(), new Spread(), new Spread()] as const;
  #parent = -1;
  #heading = -2;

  constructor(facts: PageFacts, values: WordValues) {
    this.#facts = facts;
    this.#values = values;
  }

  write(index: number, row: Float32Array, start: number): void {
    const { tree, blocks, texts, headingBefore } = this.#facts;
    const { node } = blocks[index] as (typeof blocks)[number];
    const own = this.#own;
    own.clear();
    this.#readNames(own, this.#values.own, node);
    const up = tree.parent[node] ?? 0;
    if (up !== this.#parent) {
      this.#parent = up;
      this.#readAncestors(up);
    }
    const said = this.#said;
    this.#readText(said, texts[index]);
    const before = headingBefore[index] as number;
    const above = before === index ? (headingBefore[index - 1] ?? -1) : before;
    if (above !== this.#heading) {
      this.#heading = above;
      this.#readText(this.#title, texts[above]);
    }
    let at = start;
    row[at++] = own.min;
    row[at++] = own.max;
    for (const { min, max } of this.#levels) {
      row[at++] = min;
      row[at++] = max;
    }
    row[at++] = own.mean;
    row[at++] = said.mean;
    row[at++] = said.min;
    row[at++] = said.max;
    row[at++] = said.known;
    row[at] = this.#title.mean;
  }

  #readText(spread: Spread, text: TextFacts | undefined): void {
    spread.clear();
    if (!text) return;
    const { hashes } = this.#facts.tokens;
    const values = this.#values.text;
    for (let at = text.tokenStart; at < text.tokenEnd; at = nextRead(text, at)) {
      spread.add(values.valueOf(hashes[at] as number));
    }
  }

  #readNames(spread: Spread, values: Values, node: number): void {
    const { words, wordsFrom } = this.#facts.elements;
    spread.addAll(values, words, wordsFrom[node] as number, wordsFrom[node + 1] as number);
  }

  #readAncestors(parent: number): void {
    const { tree } = this.#facts;
    for (const level of this.#levels) level.clear();
    for (let up = parent, step = 0; step < LEVELS && up > 0; step++) {
      this.#readNames(this.#levels[Math.min(step, 2)] as Spread, this.#values.above, up);
      up = tree.parent[up] as number;
    }
  }
}

/** Fills VALUE_NAMES.length columns of the rows, from `column` on. */
export function writeValues(
  facts: PageFacts,
  values: WordValues,
  rows: Rows,
  column: number,
): void {
  const writer = keepSpecimen('values', new ValueWriter(facts, values));
  const { indices, starts } = rows;
  for (let place = 0; place < indices.length; place++) {
    writer.write(indices[place] as number, rows.values, (starts[place] as number) + column);
  }
}
