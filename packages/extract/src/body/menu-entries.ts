import { TAG } from '@nashra/html';
import type { PageFacts } from './page-facts.ts';
import { linkDensity } from './prose.ts';
import { isHeading } from './tag-sets.ts';

const LONGEST = 90;
const LINKED = 0.95;

/** What the judge would give them; two blocks of five are such, so they are not even looked at. */
export const MENU_SCORE = 0.002;

/** True for short blocks that are links and nothing else, outside of paragraphs and headings. */
export function isMenuEntry({ tree, blocks }: PageFacts, index: number): boolean {
  const block = blocks[index] as (typeof blocks)[number];
  const tag = tree.tag[block.node] as number;
  return block.chars < LONGEST && tag !== TAG.p && !isHeading[tag] && linkDensity(block) >= LINKED;
}
