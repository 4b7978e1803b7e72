import { CHAR, charClass, charFold } from './characters.ts';

const PRIME = 0x01000193;
export const HASH_SEED = 0x811c9dc5 | 0;

/** Hash of one folded code unit joined to a token's hash. */
export const hashUnit = (hash: number, code: number): number => Math.imul(hash ^ code, PRIME);

/** Hash of a token, folded, without its marks. */
export function foldToken(token: string): number {
  let hash = HASH_SEED;
  for (let i = 0; i < token.length; i++) {
    const code = token.charCodeAt(i);
    if (charClass[code] !== CHAR.mark) hash = hashUnit(hash, charFold[code] as number);
  }
  return hash;
}

/** Hash of a sequence of tokens with one more token; the sequence of none is 0. */
export const hashStep = (sequence: number, token: number): number =>
  (Math.imul(sequence, 0x9e3779b1) + token) | 0;
