import { TAG, type Tree } from '@nashra/html';
import type { Metadata, Page } from '../types.ts';
import { type Block, cutBlocks } from './blocks.ts';
import { describeElements, type Elements } from './elements.ts';

/** The page's blocks with the verdict on each. */
export interface Judgement {
  readonly blocks: readonly Block[];
  readonly elements: Elements;
  /** Probability of each block to belong to the body. */
  readonly scores: Float64Array;
  readonly kept: Uint8Array;
}

const isProse = (tree: Tree, block: Block): boolean =>
  block.text.length > 60 &&
  block.linkChars < block.rawChars * 0.4 &&
  (tree.tag[block.node] === TAG.p || block.text.length > 120);

/** Decides block by block what belongs to the body. */
export function judgeBody(page: Page, _metadata: Metadata, limit: number): Judgement {
  const { tree } = page;
  const elements = describeElements(tree);
  const blocks = cutBlocks(tree, limit);
  const mass = new Float64Array(tree.size);
  let best = 0;
  for (const block of blocks) {
    if (!isProse(tree, block)) continue;
    let share = block.text.length;
    for (let node = tree.parent[block.node] as number, level = 0; node > 0 && level < 3; level++) {
      mass[node] = (mass[node] as number) + share;
      if ((mass[node] as number) > (mass[best] as number)) best = node;
      share *= 0.6;
      node = tree.parent[node] as number;
    }
  }
  const scores = new Float64Array(blocks.length);
  const kept = new Uint8Array(blocks.length);
  for (const [index, block] of blocks.entries()) {
    const inside = block.node >= best && block.node < (tree.end[best] as number);
    scores[index] = inside && isProse(tree, block) ? 0.8 : 0.2;
    kept[index] = (scores[index] as number) > 0.5 ? 1 : 0;
  }
  return { blocks, elements, scores, kept };
}
