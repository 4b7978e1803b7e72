import type { TextFacts } from './scan.ts';
import { scanText, TokenList } from './scan.ts';
import { hashStep } from './token-hash.ts';

/** Hash of the `n` tokens from `at` on. */
function gram(hashes: Int32Array, at: number, n: number): number {
  let hash = 0;
  for (let i = at; i < at + n; i++) hash = hashStep(hash, hashes[i] as number);
  return hash;
}

/** A text that blocks are compared with: its tokens and its runs of three tokens. */
export interface Reference {
  readonly tokens: ReadonlySet<number>;
  readonly trigrams: ReadonlySet<number>;
}

const LONGEST_REFERENCE = 200_000;

export function makeReference(texts: readonly string[]): Reference {
  const tokens = new Set<number>();
  const trigrams = new Set<number>();
  for (const text of texts) {
    const list = new TokenList();
    scanText(text.slice(0, LONGEST_REFERENCE), list);
    for (let at = 0; at < list.length; at++) {
      tokens.add(list.hashes[at] as number);
      if (at + 3 <= list.length) trigrams.add(gram(list.hashes, at, 3));
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
export function repeatedShares(list: TokenList, facts: readonly TextFacts[]): Float64Array {
  const firstOwner = new Map<number, number>();
  const shared = new Set<number>();
  for (const [index, { tokenStart, tokenEnd }] of facts.entries()) {
    const length = Math.min(4, tokenEnd - tokenStart);
    for (let at = tokenStart; length > 0 && at + length <= tokenEnd; at++) {
      const hash = gram(list.hashes, at, length);
      const owner = firstOwner.get(hash);
      if (owner === undefined) firstOwner.set(hash, index);
      else if (owner !== index) shared.add(hash);
    }
  }
  const shares = new Float64Array(facts.length);
  if (shared.size === 0) return shares;
  for (const [index, { tokenStart, tokenEnd }] of facts.entries()) {
    const length = Math.min(4, tokenEnd - tokenStart);
    let common = 0;
    for (let at = tokenStart; length > 0 && at + length <= tokenEnd; at++) {
      if (shared.has(gram(list.hashes, at, length))) common++;
    }
    shares[index] = length > 0 ? common / (tokenEnd - tokenStart - length + 1) : 0;
  }
  return shares;
}
