import type { Elements } from './elements.ts';
import type { PageFacts } from './page-facts.ts';
import type { TextFacts } from './scan.ts';
import { hashStep } from './token-hash.ts';

/**
 * How much more (up to 1) or less (down to -1) often than others the blocks with a word belong to
 * the body, by the word's hash, 0 for unknown words. Learned over many publishers.
 */
export interface WordValues {
  /** Words of class and id attributes on the block's own element. */
  own(hash: number): number;
  /** The same on its ancestors. */
  above(hash: number): number;
  /** Words of the text. */
  text(hash: number): number;
  /** The first two words of the text together. */
  opening(hash: number): number;
}

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
  'text:opening',
  'text:heading-mean',
  'text:heading-min',
];

/** Calls `visit` with the hash of every word of the text that is looked at. */
export function visitText(
  { tokens }: PageFacts,
  { tokenStart, tokenEnd }: TextFacts,
  visit: (hash: number) => void,
): void {
  for (let at = tokenStart; at < tokenEnd; at++) {
    if (at === tokenStart + HEAD && tokenEnd - at > TAIL) at = tokenEnd - TAIL;
    visit(tokens.hashes[at] as number);
  }
}

/** Hash of the first two words; 0 when there are not two. */
export const openingOf = ({ tokens }: PageFacts, { tokenStart, tokenEnd }: TextFacts): number =>
  tokenEnd - tokenStart < 2
    ? 0
    : hashStep(
        hashStep(0, tokens.hashes[tokenStart] as number),
        tokens.hashes[tokenStart + 1] as number,
      );

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

interface Spread {
  min: number;
  max: number;
  sum: number;
  known: number;
}

const add = (spread: Spread, value: number): void => {
  if (value === 0) return;
  if (value < spread.min) spread.min = value;
  if (value > spread.max) spread.max = value;
  spread.sum += value;
  spread.known++;
};
const newSpread = (): Spread => ({ min: 0, max: 0, sum: 0, known: 0 });

/** The spread of an ancestor's words. */
function spreadAbove(values: WordValues, elements: Elements, node: number): Spread {
  const spread = newSpread();
  visitNames(elements, node, (word) => add(spread, values.above(word)));
  return spread;
}

/** One row of VALUE_NAMES.length numbers. */
export function writeValues(
  facts: PageFacts,
  values: WordValues,
  index: number,
  row: Float32Array,
  at: number,
): void {
  const { tree, elements, blocks, texts, headingBefore } = facts;
  const block = blocks[index] as (typeof blocks)[number];
  const text = texts[index] as TextFacts;
  const own = newSpread();
  visitNames(elements, block.node, (word) => add(own, values.own(word)));
  const levels = [own, newSpread(), newSpread(), newSpread()];
  let up = tree.parent[block.node] ?? 0;
  for (let level = 1; level <= LEVELS && up > 0; level++) {
    if ((elements.wordsFrom[up] as number) < (elements.wordsFrom[up + 1] as number)) {
      const { min, max } = spreadAbove(values, elements, up);
      const spread = levels[Math.min(level, 3)] as Spread;
      if (min < spread.min) spread.min = min;
      if (max > spread.max) spread.max = max;
    }
    up = tree.parent[up] as number;
  }
  for (const { min, max } of levels) {
    row[at++] = min;
    row[at++] = max;
  }
  row[at++] = own.known > 0 ? own.sum / own.known : 0;
  const said = newSpread();
  visitText(facts, text, (word) => add(said, values.text(word)));
  row[at++] = said.known > 0 ? said.sum / said.known : 0;
  row[at++] = said.min;
  row[at++] = said.max;
  row[at++] = said.known;
  const opening = openingOf(facts, text);
  row[at++] = opening === 0 ? 0 : values.opening(opening);
  const heading =
    headingBefore[index] === index ? (headingBefore[index - 1] ?? -1) : headingBefore[index];
  const title = newSpread();
  const above = texts[heading as number];
  if (above) visitText(facts, above, (word) => add(title, values.text(word)));
  row[at++] = title.known > 0 ? title.sum / title.known : 0;
  row[at] = title.min;
}
