import { foldText } from '../fold/fold-text.ts';

/** What code points from `first` on become: themselves where `folded` is null, until the next range begins. */
export type FoldRange = readonly [first: number, folded: string | null];

/** Planes of letters, symbols and supplements; between and behind them nothing is assigned. */
const PLANES: readonly (readonly [from: number, to: number])[] = [
  [1, 0xd7ff],
  [0xe000, 0x323ff],
  [0xe0000, 0xe01ff],
];
const TOGETHER = 256;

/**
 * What `foldText` does to each character, as some thousands of ranges: for those who fold where this code does not run.
 * A text is folded by folding its characters, then making runs of spaces one and trimming.
 */
export function foldRanges(): readonly FoldRange[] {
  reckoned ??= reckon();
  return reckoned;
}

/** Every character is folded for it, which takes a second, and several migrations of a new database ask. */
let reckoned: readonly FoldRange[] | undefined;

function reckon(): FoldRange[] {
  const ranges: FoldRange[] = [];
  let last: string | null | undefined;
  const add = (point: number, folded: string | null) => {
    if (folded !== last) ranges.push([point, folded]);
    last = folded;
  };
  for (const [from, to] of PLANES) {
    for (let at = from; at <= to; at += TOGETHER) addAll(at, Math.min(at + TOGETHER - 1, to), add);
    add(to + 1, ' ');
  }
  return ranges;
}

function addAll(from: number, to: number, add: (point: number, folded: string | null) => void) {
  const characters = Array.from({ length: to - from + 1 }, (_, i) =>
    String.fromCodePoint(from + i),
  );
  // Of most of them, as of all Han and Hangul, nothing is to be said.
  const all = `a${characters.join('a')}a`;
  if (foldText(all) === all) return add(from, null);
  for (const [i, character] of characters.entries()) {
    const folded = foldText(`a${character}a`).slice(1, -1);
    add(from + i, folded === character ? null : folded);
  }
}
