import { isPrompt } from '../asks-to-subscribe.ts';
import type { Block } from '../blocks.ts';
import { isHeading } from '../tag-sets.ts';
import type { Rule } from './rule.ts';

/** Kept blocks at the end of a text that breaks off. */
const LAST = 2;

/** Takes out the line behind which the text goes on for those who pay. */
export const dropPrompts: Rule = ({ tree, blocks }, kept) => {
  let index = kept.lastIndexOf(1);
  for (let seen = 0; seen < LAST && index > 0; seen++) {
    const before = kept.lastIndexOf(1, index - 1);
    if (isPrompt(blocks[index] as Block)) {
      kept[index] = 0;
      // The heading over it: «Want to keep reading?»
      const heading = blocks[before];
      if (before === index - 1 && heading && isHeading[tree.tag[heading.node] as number])
        kept[before] = 0;
    }
    index = before;
  }
};
