import { TAG } from '@nashra/html';
import type { PageFacts } from '../page-facts.ts';
import type { FeatureGroup } from './group.ts';

interface PageNumbers {
  readonly values: readonly number[];
}

const remembered = new WeakMap<PageFacts, PageNumbers>();

function pageNumbers(facts: PageFacts): PageNumbers {
  const { tree, blocks, texts, prose, charsBefore, containers } = facts;
  let paragraphs = 0;
  let proseBlocks = 0;
  let paragraphProse = 0;
  let letters = 1;
  let arabic = 0;
  let ideographs = 0;
  for (const [index, block] of blocks.entries()) {
    const weight = prose[index] as number;
    if (weight > 0) proseBlocks++;
    if (tree.tag[block.node] === TAG.p) {
      paragraphs++;
      paragraphProse += weight;
    }
    const text = texts[index] as (typeof texts)[number];
    letters += text.letters;
    arabic += text.arabic;
    ideographs += text.ideographs;
  }
  const total = Math.max(1, containers.total);
  return {
    values: [
      blocks.length,
      charsBefore[blocks.length] as number,
      containers.total,
      proseBlocks,
      paragraphs,
      paragraphProse / total,
      arabic / letters,
      ideographs / letters,
    ],
  };
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
    'page:arabic',
    'page:ideographs',
  ],
  write(facts, _index, row, at) {
    let numbers = remembered.get(facts);
    if (!numbers) {
      numbers = pageNumbers(facts);
      remembered.set(facts, numbers);
    }
    for (const value of numbers.values) row[at++] = value;
  },
};
