import { TAG } from '@nashra/html';
import type { Block } from './blocks.ts';
import type { Group } from './groups.ts';
import type { PageFacts } from './page-facts.ts';
import { linkDensity } from './prose.ts';
import { isHeading } from './tag-sets.ts';

const LONGEST = 90;
const LINKED = 0.95;

/** What the judge would give them; two blocks of five are such, so they are not even looked at. */
export const MENU_SCORE = 0.002;

/** True for short blocks that are links and nothing else, outside of paragraphs and headings. */
export function isMenuEntry(facts: PageFacts, index: number): boolean {
  const { tree, blocks } = facts;
  const block = blocks[index] as (typeof blocks)[number];
  const tag = tree.tag[block.node] as number;
  if (block.chars >= LONGEST || tag === TAG.p || isHeading[tag]) return false;
  return linkDensity(block) >= LINKED && !isAmongProse(facts, index);
}

/** Whether links are rows of an article's list or table: one that follows a paragraph beside it, or a line of its own. */
function isAmongProse(
  { tree, blocks, prose, listOf, lists, slots }: PageFacts,
  index: number,
): boolean {
  const list = listOf[index] as number;
  if (list === 0) return (blocks[index] as Block).split && (slots[index] as Group).prose > 0;
  const { first } = lists[index] as Group;
  if (first === 0 || prose[first - 1] === 0) return false;
  const parent = tree.parent[(blocks[first - 1] as Block).node] as number;
  const holder = tree.parent[list] as number;
  return parent === holder || parent === tree.parent[holder];
}
