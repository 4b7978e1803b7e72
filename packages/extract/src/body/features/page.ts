import { TAG } from '@nashra/html';
import type { PageFacts } from '../page-facts.ts';
import type { FeatureGroup } from './group.ts';

function pageNumbers({ tree, blocks, prose, charsBefore, containers }: PageFacts): Float32Array {
  let paragraphs = 0;
  let proseBlocks = 0;
  let paragraphProse = 0;
  for (const [index, block] of blocks.entries()) {
    const weight = prose[index] as number;
    if (weight > 0) proseBlocks++;
    if (tree.tag[block.node] !== TAG.p) continue;
    paragraphs++;
    paragraphProse += weight;
  }
  const { total } = containers;
  return Float32Array.of(
    blocks.length,
    charsBefore[blocks.length] as number,
    total,
    proseBlocks,
    paragraphs,
    paragraphProse / Math.max(1, total),
  );
}

/** What the page as a whole is like; the same for all its blocks. */
export const page: FeatureGroup = {
  names: [
    'page:blocks',
    'page:chars',
    'page:prose',
    'page:prose-blocks',
    'page:paragraphs',
    'page:paragraph-share',
  ],
  prepare(facts) {
    const numbers = pageNumbers(facts);
    return (_index, row, at) => row.set(numbers, at);
  },
};
