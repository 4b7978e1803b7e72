import type { Block } from './blocks.ts';

/** Plain text of the kept blocks, paragraphs apart by an empty line. */
export function bodyText(blocks: readonly Block[], kept: Uint8Array, limit: number): string {
  const paragraphs: string[] = [];
  let length = 0;
  for (let index = kept.indexOf(1); index >= 0; index = kept.indexOf(1, index + 1)) {
    const block = blocks[index] as Block;
    length += block.chars + 2;
    if (length > limit) break;
    paragraphs.push(block.text);
  }
  return paragraphs.join('\n\n');
}
