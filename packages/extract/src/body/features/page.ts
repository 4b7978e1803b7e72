import { TAG } from '@nashra/html';
import type { PageFacts } from '../page-facts.ts';
import type { FeatureGroup } from './group.ts';

function pageNumbers({ tree, blocks, prose, charsBefore, containers }: PageFacts): Float32Array {
  let paragraphs = 0;
  let proseBlocks = 0;
  let paragraphProse = 0;
  for (let index = 0; index < blocks.length; index++) {
    const weight = prose[index] as number;
    if (weight > 0) proseBlocks++;
    if (tree.tag[(blocks[index] as (typeof blocks)[number]).node] !== TAG.p) continue;
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
  write(facts, { starts, values }, column) {
    const numbers = pageNumbers(facts);
    for (const start of starts) values.set(numbers, start + column);
  },
};
