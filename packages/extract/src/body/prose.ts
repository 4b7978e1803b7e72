import { TAG, type Tree } from '@nashra/html';
import type { Block } from './blocks.ts';
import type { TextFacts } from './scan.ts';
import { isHeading } from './tag-sets.ts';

/** Share of a block's characters that lie in links. */
export const linkDensity = (block: Block): number => Math.min(1, block.linkChars / block.rawChars);

/** Characters of running text in a block: what containers are weighed by. 0 for menus, teasers, headings. */
export function proseWeight(tree: Tree, block: Block, facts: TextFacts): number {
  const length = block.chars;
  if (length < 40 || isHeading[tree.tag[block.node] as number]) return 0;
  const links = linkDensity(block);
  if (links > 0.5) return 0;
  const looksProse = facts.stops + facts.commas > 0 || facts.prose > 2;
  if (!looksProse && facts.ideographs === 0) return 0;
  const trust = tree.tag[block.node] === TAG.p || length > 150 ? 1 : 0.5;
  return length * (1 - links) * trust;
}
