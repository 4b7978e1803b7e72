import type { Tree } from '@nashra/html';
import type { Block } from './body/blocks.ts';
import type { Judgement } from './body/judge.ts';
import { countWords } from './count-words.ts';
import type { BodyFacts } from './types.ts';

/** Sums up the verdict for what is decided after the body. */
export function describeBody(tree: Tree, judgement: Judgement, text: string): BodyFacts {
  const { blocks, scores, kept } = judgement;
  const nodes: number[] = [];
  let weight = 0;
  let certainty = 0;
  let linkChars = 0;
  let pageChars = 0;
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index] as Block;
    pageChars += block.chars;
    if (kept[index]) {
      nodes.push(block.node);
      weight += block.chars;
      certainty += block.chars * (scores[index] as number);
    } else linkChars += block.linkChars;
  }
  const lastKept = nodes.at(-1) ?? -1;
  let root = nodes[0] ?? -1;
  while (root > 0 && (tree.end[root] as number) <= lastKept) root = tree.parent[root] as number;
  return {
    text,
    wordCount: countWords(text),
    root,
    nodes,
    certainty: weight > 0 ? certainty / weight : 0,
    linkChars,
    pageChars,
  };
}
