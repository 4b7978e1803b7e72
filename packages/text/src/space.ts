const SPACES = /[\s\u00a0\u200b\ufeff]+/g;

/** Every run of white space, no-break and zero-width space as one space, none at the ends. */
export function normalizeSpace(text: string): string {
  return text.replace(SPACES, ' ').trim();
}

const WORD = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}'’\u0640-]|\p{Cf})*/gu;
/** Scripts written without spaces, where a word is counted as two characters. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}]+/gu;

/** How many words a text holds. */
export function wordCount(text: string): number {
  let count = 0;
  const spaced = text.replace(UNSPACED, (run) => {
    count += Math.ceil(run.length / 2);
    return ' ';
  });
  for (const _ of spaced.matchAll(WORD)) count++;
  return count;
}
