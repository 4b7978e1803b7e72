import type { Arena } from '@nashra/html';
import { keepSpecimen } from '@nashra/html';
import type { Judgement } from '../body/judge.ts';
import type { TextFacts } from '../body/scan.ts';
import { foldToken } from '../body/token-hash.ts';
import type { WordTable } from '../body/word-table.ts';
import type { Metadata } from '../types.ts';

/** Where a page's words stand, with the most that are looked at: no page has many of its own. */
const MOST = { body: 300, labels: 200, names: 60, titles: 40, address: 40, types: 20 } as const;
export type Bag = keyof typeof MOST;
export const BAGS = Object.keys(MOST) as readonly Bag[];

/** Hashes of a page's words, each once in its bag. */
export type PageWords = Readonly<Record<Bag, readonly number[]>>;

const LABEL_WORDS = 6;
/** A part of an address with more words is a headline, not a section. */
const SECTION_WORDS = 3;
const LONGEST_LINE = 300;
const PLACE_BITS = 10;

/** A bag while it is filled. */
class Words {
  readonly found: number[] = [];
  /** Words by hash, in the first free place; much larger than any bag. */
  readonly #seen: Int32Array;
  readonly #most: number;

  constructor(bag: Bag, memory: Arena) {
    this.#most = MOST[bag];
    this.#seen = memory.ints(1 << PLACE_BITS);
  }

  get isFull(): boolean {
    return this.found.length >= this.#most;
  }

  add(hash: number): void {
    if (this.isFull) return;
    const seen = this.#seen;
    let place = hash >>> (32 - PLACE_BITS);
    while (seen[place] !== 0) {
      if (seen[place] === hash) return;
      place = (place + 1) & (seen.length - 1);
    }
    seen[place] = hash;
    this.found.push(hash);
  }

  addAll(hashes: Int32Array, from: number, to: number): void {
    for (let at = from; at < to && !this.isFull; at++) this.add(hashes[at] as number);
  }

  addLine(line: string): void {
    for (const word of wordsIn(line.slice(0, LONGEST_LINE))) this.add(foldToken(word));
  }
}

const wordsIn = (line: string): readonly string[] => line.match(/[\p{L}\p{N}]+/gu) ?? [];

/**
 * Gathers the words of a judged page: of its text, of labels around it (menus, buttons), of the names of elements
 * around the text, of its titles, its address and the types it declares.
 * @param root the innermost element that holds all of the text
 */
export function pageWords(
  judgement: Judgement,
  { titles, signs }: Metadata,
  url: string,
  root: number,
): PageWords {
  const { facts, kept } = judgement;
  const body = keepSpecimen('words', new Words('body', facts.memory));
  const labels = new Words('labels', facts.memory);
  for (let index = 0; index < kept.length; index++) {
    const { tokenStart, tokenEnd } = facts.texts[index] as TextFacts;
    if (kept[index]) body.addAll(facts.tokens.hashes, tokenStart, tokenEnd);
    else if (tokenEnd - tokenStart <= LABEL_WORDS)
      labels.addAll(facts.tokens.hashes, tokenStart, tokenEnd);
  }
  const names = new Words('names', facts.memory);
  const { words, wordsFrom } = facts.elements;
  const from = root < 0 ? (judgement.blocks[0]?.node ?? 0) : root;
  for (let up = from; up > 0; up = facts.tree.parent[up] as number) {
    names.addAll(words, wordsFrom[up] as number, wordsFrom[up + 1] as number);
  }
  const title = new Words('titles', facts.memory);
  for (const line of titles) title.addLine(line);
  const address = new Words('address', facts.memory);
  for (const part of addressParts(url)) {
    if (wordsIn(part).length <= SECTION_WORDS) address.addLine(part);
  }
  const types = new Words('types', facts.memory);
  for (const type of signs.types) types.add(foldToken(type));
  return {
    body: body.found,
    labels: labels.found,
    names: names.found,
    titles: title.found,
    address: address.found,
    types: types.found,
  };
}

const ADDRESS = /^\w+:\/\/([^/?#:]*)[^/?#]*([^?#]*)/;

/** The labels of a host before its domain, and the parts of the path. */
function addressParts(url: string): string[] {
  const [, host = '', path = ''] = ADDRESS.exec(url) ?? [];
  const parts = [...host.split('.').slice(0, -2), ...path.split('/')];
  return parts.filter((part) => part !== '').map((part) => part.replace(/\.\w{2,5}$/, ''));
}

/** What words say of a page being an article, by bag: more when above 0, less when below. */
export type PageWordValues = Readonly<Record<Bag, Pick<WordTable, 'valueOf'>>>;

export const WORD_FEATURES = ['said', ...BAGS.map((bag) => `said:${bag}`)] as const;

/** A bag of fewer words says no more than its words. */
export const FEW = 10;

/** Writes the numbers that WORD_FEATURES names: what all words say, and those of each bag. */
export function writeWords(
  words: PageWords,
  values: PageWordValues,
  row: Float32Array,
  start: number,
): void {
  let all = 0;
  let at = start + 1;
  for (const bag of BAGS) {
    let sum = 0;
    for (const word of words[bag]) sum += values[bag].valueOf(word);
    const said = sum / Math.sqrt(Math.max(FEW, words[bag].length));
    row[at++] = said;
    all += said;
  }
  row[start] = all;
}
