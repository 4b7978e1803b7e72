import { bareStart } from './bare-word.ts';
import { hashWord } from './hash.ts';

const SPACE = 0x20;
/** Words beyond this many of one text say nothing new about it. */
export const MAX_WORDS = 8000;

/** The words of a text as hashes, in order. */
export interface Words {
  /** 32 bits a word, Arabic prefixes left out. */
  readonly hashes: Uint32Array;
  /** Code units a word has; below 0 where it is a number. */
  readonly sizes: Int8Array;
  readonly count: number;
}

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;
/** Letters of scripts written without spaces (Thai to Khmer, kana, Han): each stands for a word. */
const isUnspaced = (unit: number): boolean =>
  (unit >= 0x3040 && unit <= 0x9fff) || (unit >= 0xe00 && unit <= 0xeff);

/** A reader of words that keeps its scratch space: what it gives is valid until it reads again. */
export function createWordReader(): (folded: string) => Words {
  const hashes = new Uint32Array(MAX_WORDS);
  const sizes = new Int8Array(MAX_WORDS);
  return (folded) => {
    let count = 0;
    let from = 0;
    const { length } = folded;
    while (from < length && count < MAX_WORDS) {
      const unit = folded.charCodeAt(from);
      if (unit === SPACE) {
        from++;
        continue;
      }
      let to = from + 1;
      const number = isDigit(unit);
      if (!isUnspaced(unit)) {
        while (to < length) {
          const next = folded.charCodeAt(to);
          if (next === SPACE || isDigit(next) !== number || isUnspaced(next)) break;
          to++;
        }
      }
      const start = number ? from : bareStart(folded, from, to);
      hashes[count] = hashWord(folded, start, to);
      sizes[count] = number ? -1 : Math.min(to - start, 127);
      count++;
      from = to;
    }
    return { hashes, sizes, count };
  };
}
