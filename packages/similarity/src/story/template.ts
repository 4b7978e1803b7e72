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
): (storyId: number) => Template | undefined {
  const holders = new Map<number, number>();
  const oneOf = sameTexts(candidates);
  const first = oneOf(candidates[0]?.storyId ?? 0);
  if (candidates.every(({ storyId }) => oneOf(storyId) === first)) return () => undefined;
  for (const { storyId, signature } of candidates) {
    const story = oneOf(storyId);
    for (const shingle of shared(text.shingles, signature.shingles)) {
      const holder = holders.get(shingle);
      if (holder === undefined) holders.set(shingle, story);
      else if (holder !== story) holders.set(shingle, MANY);
    }
  }
  return (storyId) => ({
    has(shingle) {
      const holder = holders.get(shingle);
      return holder !== undefined && holder !== oneOf(storyId);
    },
  });
}

/** Stories that hold the very same text count as one: it was published again, not said every day. */
function sameTexts(candidates: readonly InStory[]): (storyId: number) => number {
  const owners = new Map<string, number>();
  const others = new Map<number, number>();
  const oneOf = (storyId: number): number => {
    const other = others.get(storyId);
    return other === undefined ? storyId : oneOf(other);
  };
  for (const { storyId, signature } of candidates) {
    if (signature.textKey === '') continue;
    const owner = oneOf(owners.get(signature.textKey) ?? storyId);
    owners.set(signature.textKey, owner);
    const own = oneOf(storyId);
    if (own !== owner) others.set(own, owner);
  }
  return oneOf;
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
