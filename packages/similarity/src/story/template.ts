import type { Template } from '../decision/evidence.ts';
import type { Signature } from '../signature/signature.ts';

interface InStory {
  readonly storyId: number;
  readonly signature: Signature;
}

/** Stands for "more stories than one". */
const MANY = -1;

/**
 * What a text shares with other stories than one: what is said every day (forecasts, congratulations, prayer
 * times), or a text that is made of several. Gives the template as each story sees it.
 */
export function templatesOf(
  text: Signature,
  candidates: readonly InStory[],
): (storyId: number) => Template {
  const holders = new Map<number, number>();
  for (const { storyId, signature } of candidates)
    for (const shingle of shared(text.shingles, signature.shingles)) {
      const holder = holders.get(shingle);
      if (holder === undefined) holders.set(shingle, storyId);
      else if (holder !== storyId) holders.set(shingle, MANY);
    }
  return (storyId) => ({
    has(shingle) {
      const holder = holders.get(shingle);
      return holder !== undefined && holder !== storyId;
    },
  });
}

/** What two sorted arrays share. */
function shared(first: Uint32Array, second: Uint32Array): number[] {
  const both: number[] = [];
  let a = 0;
  let b = 0;
  while (a < first.length && b < second.length) {
    const left = first[a] as number;
    const right = second[b] as number;
    if (left === right) both.push(left);
    if (left <= right) a++;
    if (right <= left) b++;
  }
  return both;
}
