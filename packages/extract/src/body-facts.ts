import type { Block } from './body/blocks.ts';
import type { Judgement } from './body/judge.ts';
import { countWords } from './count-words.ts';
import type { BodyFacts } from './types.ts';

/** Sums up the verdict for what is decided after the body. */
export function describeBody({ facts, blocks, kept }: Judgement, text: string): BodyFacts {
  const { tree } = facts;
  const nodes: number[] = [];
  let linkChars = 0;
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index] as Block;
    if (kept[index]) nodes.push(block.node);
    else linkChars += block.linkChars;
  }
  const lastKept = nodes.at(-1) ?? -1;
  let root = nodes[0] ?? -1;
  while (root > 0 && (tree.end[root] as number) <= lastKept) root = tree.parent[root] as number;
  return { text, wordCount: countWords(text), root, nodes, linkChars };
}
