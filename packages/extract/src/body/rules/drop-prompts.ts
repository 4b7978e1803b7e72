import { isPrompt } from '../asks-to-subscribe.ts';
import type { Block } from '../blocks.ts';
import type { Rule } from './rule.ts';

/** Kept blocks at the end of a text that breaks off. */
const LAST = 2;

/** Takes out the line behind which the text goes on for those who pay. */
export const dropPrompts: Rule = ({ blocks }, kept) => {
  let index = kept.lastIndexOf(1);
  for (let seen = 0; seen < LAST && index > 0; seen++) {
    if (isPrompt(blocks[index] as Block)) kept[index] = 0;
    index = kept.lastIndexOf(1, index - 1);
  }
};
