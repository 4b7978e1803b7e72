import type { Block } from './blocks.ts';

/** Plain text of the kept blocks, paragraphs apart by an empty line. */
export function bodyText(blocks: readonly Block[], kept: Uint8Array, limit: number): string {
  const paragraphs: string[] = [];
  let length = 0;
  for (const [index, block] of blocks.entries()) {
    if (!kept[index]) continue;
    length += block.chars + 2;
    if (length > limit) break;
    paragraphs.push(block.text);
  }
  return paragraphs.join('\n\n');
}

const word = /[\p{L}\p{N}]+/gu;

/** Words of a text (runs of letters and digits). */
export function countWords(text: string): number {
  let count = 0;
  word.lastIndex = 0;
  while (word.test(text)) count++;
  return count;
}
