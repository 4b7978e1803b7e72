import type { Block } from '../blocks.ts';
import { linkDensity } from '../prose.ts';
import type { TextFacts } from '../scan.ts';
import { itemOf, rootOf } from './items.ts';
import { blocksIn, endOfLook, type Rule } from './rule.ts';

/** A clock that opens an entry. */
const CLOCK = /^\P{L}{0,3}\d{1,2}\s?[:h.]\s?\d\d(?!\d|[./-]\d)/iu;
const FEWEST = 2;
const LINKED = 0.5;
/** Blocks of one entry. */
const LONGEST = 12;

/** Keeps the entries of running coverage, told by clocks in one slot, however short they are. */
export const keepUpdates: Rule = (facts, kept) => {
  const { blocks, texts, elements, metadata, titleBlock } = facts;
  if (!metadata.liveBlog || titleBlock < 0) return;
  const end = Math.max(endOfLook(kept), Math.min(kept.length, titleBlock + 1 + LONGEST));
  const slots = new Map<number, number[]>();
  for (let index = titleBlock + 1; index < end; index++) {
    if ((texts[index] as TextFacts).digits < 3) continue;
    const { node, text } = blocks[index] as Block;
    if (!CLOCK.test(text)) continue;
    const path = elements.path[node] as number;
    const slot = slots.get(path);
    if (slot) slot.push(index);
    else slots.set(path, [index]);
  }
  for (const heads of slots.values()) {
    if (heads.length < FEWEST) continue;
    const root = rootOf(facts, heads[0] as number, heads[heads.length - 1] as number);
    for (const [at, head] of heads.entries()) {
      const [from, to] = blocksIn(facts, itemOf(facts, root, head));
      const last = Math.min(to, heads[at + 1] ?? to, from + LONGEST);
      // What leads elsewhere is the house's ticker.
      const isOwn = blocks.slice(head, last).every((block) => linkDensity(block) < LINKED);
      if (isOwn) kept.fill(1, head, last);
    }
  }
};
