import { TAG } from '@nashra/html';
import type { Block } from '../blocks.ts';
import { isBeside } from '../noise.ts';
import { linkDensity } from '../prose.ts';
import { blocksIn, type Rule, wordsOf } from './rule.ts';

/** Of a line that leads elsewhere so much is links. */
const LINKED = 0.3;
const MOST_BLOCKS = 60;
const FEWEST_WORDS = 8;

/**
 * Keeps the paragraphs beside the headline where the judge finds no body at all: verses and texts of a few short lines
 * look like nothing it has seen.
 */
export const keepVerses: Rule = (facts, kept) => {
  const { tree, blocks, titleBlock } = facts;
  const title = blocks[titleBlock];
  if (!title || kept.includes(1) || tree.tag[title.node] !== TAG.h1) return;
  const [, end] = blocksIn(facts, tree.parent[title.node] as number);
  if (end - titleBlock > MOST_BLOCKS) return;
  const found: number[] = [];
  for (let index = titleBlock + 1; index < end; index++) {
    const block = blocks[index] as Block;
    const isLine = tree.tag[block.node] === TAG.p && linkDensity(block) < LINKED;
    if (isLine && !isBeside(facts.parts, block.node)) found.push(index);
  }
  const words = found.reduce((sum, index) => sum + wordsOf(facts, index), 0);
  if (words < FEWEST_WORDS) return;
  for (const index of found) kept[index] = 1;
};
