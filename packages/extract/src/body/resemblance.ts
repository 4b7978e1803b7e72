import { type Arena, UnitBuffer } from '@nashra/html';
import { IntTable } from './int-table.ts';
import { scanText, type TextFacts, TokenList } from './scan.ts';
import { hashStep } from './token-hash.ts';

/** Hash of the `n` tokens from `at` on. */
function gram(hashes: Int32Array, at: number, n: number): number {
  let hash = 0;
  for (let i = at; i < at + n; i++) hash = hashStep(hash, hashes[i] as number);
  return hash;
}

/** A text that blocks are compared with: its tokens and its runs of three tokens. */
export interface Reference {
  readonly tokens: Pick<IntTable, 'has' | 'size'>;
  readonly trigrams: Pick<IntTable, 'has' | 'size'>;
}

const LONGEST_REFERENCE = 200_000;

export function makeReference(texts: readonly string[], memory: Arena): Reference {
  const list = new TokenList(memory.ints(256));
  const units = new UnitBuffer(memory.shorts(1 << 10));
  const tokens = new IntTable(64, memory);
  const trigrams = new IntTable(64, memory);
  for (const text of texts) {
    units.clear();
    units.append(text.slice(0, LONGEST_REFERENCE));
    const { tokenStart, tokenEnd } = scanText(units.units, 0, units.length, list);
    for (let at = tokenStart; at < tokenEnd; at++) {
      tokens.set(list.hashes[at] as number, 1);
      if (at + 3 <= tokenEnd) trigrams.set(gram(list.hashes, at, 3), 1);
    }
  }
  return { tokens, trigrams };
}

/** Share of the block's tokens that the reference has. */
export function tokenShare(list: TokenList, facts: TextFacts, { tokens }: Reference): number {
  const count = facts.tokenEnd - facts.tokenStart;
  if (count === 0 || tokens.size === 0) return 0;
  let common = 0;
  for (let at = facts.tokenStart; at < facts.tokenEnd; at++) {
    if (tokens.has(list.hashes[at] as number)) common++;
  }
  return common / count;
}

/** A text that shares so much with a headline is that headline once more. */
const ALIKE = 0.6;

export const isAlike = (list: TokenList, facts: TextFacts, headline: Reference): boolean =>
  tokenShare(list, facts, headline) >= ALIKE;

/** Share of the block's runs of three tokens that the reference has; -1 for shorter blocks. */
export function trigramShare(list: TokenList, facts: TextFacts, { trigrams }: Reference): number {
  const count = facts.tokenEnd - facts.tokenStart - 2;
  if (count <= 0) return -1;
  if (trigrams.size === 0) return 0;
  let common = 0;
  for (let at = facts.tokenStart; at + 3 <= facts.tokenEnd; at++) {
    if (trigrams.has(gram(list.hashes, at, 3))) common++;
  }
  return common / count;
}

/** For each block, the share of its runs of four tokens that stand elsewhere on the page too. */
export interface Repeats {
  readonly shares: Float64Array;
  /** The share that stands in blocks before it. */
  readonly before: Float64Array;
}

/** Finds what stands on the page several times. */
export function findRepeats(list: TokenList, facts: readonly TextFacts[], memory: Arena): Repeats {
  // The block that a run was first met in, counted from 1; below 0 when another has it too.
  const owners = new IntTable(list.length, memory);
  let isAnyShared = false;
  for (let index = 0; index < facts.length; index++) {
    const { tokenStart, tokenEnd } = facts[index] as TextFacts;
    const length = tokenEnd - tokenStart < 4 ? tokenEnd - tokenStart : 4;
    for (let at = tokenStart; length > 0 && at + length <= tokenEnd; at++) {
      const hash = gram(list.hashes, at, length);
      const owner = owners.get(hash);
      if (owner === 0) owners.set(hash, index + 1);
      else if (owner > 0 && owner !== index + 1) {
        owners.set(hash, -owner);
        isAnyShared = true;
      }
    }
  }
  const shares = memory.doubles(facts.length);
  const before = memory.doubles(facts.length);
  if (!isAnyShared) return { shares, before };
  for (let index = 0; index < facts.length; index++) {
    const { tokenStart, tokenEnd } = facts[index] as TextFacts;
    const length = tokenEnd - tokenStart < 4 ? tokenEnd - tokenStart : 4;
    let common = 0;
    let earlier = 0;
    for (let at = tokenStart; length > 0 && at + length <= tokenEnd; at++) {
      const owner = owners.get(gram(list.hashes, at, length));
      if (owner >= 0) continue;
      common++;
      if (owner !== -index - 1) earlier++;
    }
    const runs = tokenEnd - tokenStart - length + 1;
    shares[index] = length > 0 ? common / runs : 0;
    before[index] = length > 0 ? earlier / runs : 0;
  }
  return { shares, before };
}
