import { cleanText, cutText } from '@nashra/text';
import type { Block } from './blocks.ts';

export interface BodyText {
  /** Paragraphs apart by an empty line. */
  readonly text: string;
  readonly isCut: boolean;
}

/**
 * Plain text of the kept blocks, at most `limit` characters: whole paragraphs as far as they go, and
 * the beginning of one that fills half of it.
 */
export function bodyText(blocks: readonly Block[], kept: Uint8Array, limit: number): BodyText {
  const paragraphs: string[] = [];
  let room = limit;
  for (let index = kept.indexOf(1); index >= 0; index = kept.indexOf(1, index + 1)) {
    const block = blocks[index] as Block;
    if (block.chars > room) {
      if (room > limit / 2) paragraphs.push(cleanText(cutText(block.text, room)));
      return { text: paragraphs.join('\n\n'), isCut: true };
    }
    const text = cleanText(block.text);
    if (text !== '') paragraphs.push(text);
    room -= block.chars + 2;
  }
  return { text: paragraphs.join('\n\n'), isCut: false };
}
