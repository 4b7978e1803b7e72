import bidiFactory from 'bidi-js';

// Its types speak of a module with a default export, which it is not.
const bidi = (bidiFactory as unknown as typeof bidiFactory.default)();

/** What has a place of its own on the line. */
const PLACED = /[^\s\p{M}\p{Cf}]/u;

/** A line's characters as they were seen from left to right, by their places in the text. */
export interface SeenLine {
  readonly start: number;
  readonly end: number;
  readonly order: readonly number[];
}

/** The same line by UAX #9, as another implementation than the browser's has it; `end` is its last character. */
export function orderOf(
  text: string,
  direction: 'rtl' | 'ltr',
  { start, end }: Pick<SeenLine, 'start' | 'end'>,
): string {
  const levels = bidi.getEmbeddingLevels(text, direction);
  return lettersAt(
    text,
    bidi.getReorderedIndices(text, levels, start, end).filter((at) => at >= start && at <= end),
  );
}

export function lettersAt(text: string, order: readonly number[]): string {
  return order
    .map((at) => text[at] ?? '')
    .filter((it) => PLACED.test(it))
    .join('');
}
