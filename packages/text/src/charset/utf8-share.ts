export interface Utf8Share {
  /** Well-formed sequences of two to four bytes. */
  readonly sequences: number;
  /** Those of them that stand three and more in a row, which no other encoding yields by accident. */
  readonly inRuns: number;
  /** High bytes outside any well-formed sequence. */
  readonly invalid: number;
}

/** Length of the well-formed UTF-8 sequence at `i`, 0 when there is none (Unicode table 3-7). */
export function sequenceLength(bytes: Uint8Array, i: number): number {
  const a = bytes[i] as number;
  if (a < 0xc2 || a > 0xf4) return 0;
  const b = bytes[i + 1] ?? 0;
  if ((b & 0xc0) !== 0x80) return 0;
  if (a < 0xe0) return 2;
  if (((bytes[i + 2] ?? 0) & 0xc0) !== 0x80) return 0;
  if (a < 0xf0) return (a === 0xe0 && b < 0xa0) || (a === 0xed && b > 0x9f) ? 0 : 3;
  if (((bytes[i + 3] ?? 0) & 0xc0) !== 0x80) return 0;
  return (a === 0xf0 && b < 0x90) || (a === 0xf4 && b > 0x8f) ? 0 : 4;
}

/** Counts how much of a damaged document is UTF-8 all the same. */
export function utf8Share(bytes: Uint8Array): Utf8Share {
  let sequences = 0;
  let inRuns = 0;
  let invalid = 0;
  let run = 0;
  const close = () => {
    if (run >= 3) inRuns += run;
    run = 0;
  };
  for (let i = 0; i < bytes.length; ) {
    if ((bytes[i] as number) < 0x80) {
      close();
      i++;
      continue;
    }
    const length = sequenceLength(bytes, i);
    if (length === 0) {
      close();
      invalid++;
      i++;
      continue;
    }
    sequences++;
    run++;
    i += length;
  }
  close();
  return { sequences, inRuns, invalid };
}
