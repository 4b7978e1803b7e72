import type { Judgement } from '../body/judge.ts';
import { hashStep } from '../body/token-hash.ts';
import type { PageObservation } from '../types.ts';

const MOST_BLOCKS = 1000;
const FEWEST_WORDS = 3;
const MOST_PLACES = 300;
const DEEPEST = 16;

/** Hash of a block's words; 0 for blocks of a word or two, which repeat by chance. */
export function textHash({ facts }: Pick<Judgement, 'facts'>, index: number): number {
  const text = facts.texts[index];
  if (!text || text.tokenEnd - text.tokenStart < FEWEST_WORDS) return 0;
  let hash = 0;
  for (let at = text.tokenStart; at < text.tokenEnd; at++) {
    hash = hashStep(hash, facts.tokens.hashes[at] as number);
  }
  return hash;
}

/** What memory learns from: every block's text and slot as hashes, and the verdict. */
export function observePage(judgement: Judgement): Omit<PageObservation, 'hasPlayer'> {
  const { facts, kept } = judgement;
  const blocks = judgement.blocks.slice(0, MOST_BLOCKS);
  return {
    texts: Int32Array.from(blocks, (_, index) => textHash(judgement, index)),
    slots: Int32Array.from(blocks, ({ node }) => facts.elements.path[node] as number),
    chars: Int32Array.from(blocks, ({ chars }) => chars),
    kept: Uint8Array.from(blocks, (_, index) => kept[index] as number),
    frame: frameOf(judgement),
  };
}

/** The skeleton of the page: deep places vary with what an article holds, and the first are enough. */
function frameOf({ facts: { elements } }: Judgement): Int32Array {
  const places = new Set<number>();
  for (const [node, place] of elements.path.entries()) {
    if (place !== 0 && (elements.depth[node] as number) <= DEEPEST) places.add(place);
    if (places.size >= MOST_PLACES) break;
  }
  return Int32Array.from(places);
}
