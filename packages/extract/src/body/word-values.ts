import type { Elements } from './elements.ts';
import type { RowWriter } from './features/group.ts';
import type { PageFacts } from './page-facts.ts';
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

/** Prepares rows of VALUE_NAMES.length numbers. Blocks in a row share parents and headings. */
export function prepareValues(facts: PageFacts, values: WordValues): RowWriter {
  const { tree, blocks, texts, tokens, headingBefore } = facts;
  const { words, wordsFrom } = facts.elements;
  const own = new Spread();
  const said = new Spread();
  const title = new Spread();
  const levels = [new Spread(), new Spread(), new Spread()] as const;
  let parent = -1;
  let heading = -2;

  const readText = (spread: Spread, text: TextFacts | undefined): void => {
    spread.clear();
    if (!text) return;
    const { tokenStart, tokenEnd } = text;
    for (let at = tokenStart; at < tokenEnd; at = nextRead(text, at)) {
      spread.add(values.text.valueOf(tokens.hashes[at] as number));
    }
  };
  const readNames = (spread: Spread, kind: Values, node: number): void =>
    spread.addAll(kind, words, wordsFrom[node] as number, wordsFrom[node + 1] as number);
  const readAncestors = (): void => {
    for (const level of levels) level.clear();
    for (let up = parent, step = 0; step < LEVELS && up > 0; step++) {
      readNames(levels[Math.min(step, 2)] as Spread, values.above, up);
      up = tree.parent[up] as number;
    }
  };

  return (index, row, at) => {
    const { node } = blocks[index] as (typeof blocks)[number];
    const text = texts[index] as TextFacts;
    own.clear();
    readNames(own, values.own, node);
    const up = tree.parent[node] ?? 0;
    if (up !== parent) {
      parent = up;
      readAncestors();
    }
    readText(said, text);
    const before = headingBefore[index] as number;
    const above = before === index ? (headingBefore[index - 1] ?? -1) : before;
    if (above !== heading) {
      heading = above;
      readText(title, texts[above]);
    }
    row[at++] = own.min;
    row[at++] = own.max;
    for (const { min, max } of levels) {
      row[at++] = min;
      row[at++] = max;
    }
    row[at++] = own.mean;
    row[at++] = said.mean;
    row[at++] = said.min;
    row[at++] = said.max;
    row[at++] = said.known;
    row[at] = title.mean;
  };
}
