import { attributeId, rowOf } from '@nashra/html';
import { ValueMemo } from '../../metadata/value-memo.ts';
import type { Block } from '../blocks.ts';
import type { PageFacts } from '../page-facts.ts';
import { linkDensity } from '../prose.ts';
import { isHeading } from '../tag-sets.ts';
import { linksIn } from './links.ts';
import { isLineOf, keptBlocks, keptWords, type Rule } from './rule.ts';

const CLASS = attributeId('class');
/** Names of what is for the screen alone; templates repeat them on every page. */
const isUnprintedName = new ValueMemo((names) =>
  /(?:^|\s)(?:no-?print|d-print-none|hide-?(?:for-|on-|in-)?print|print-?hid(?:e|den))(?:\s|$)/i.test(
    names,
  ),
);
const STEPS = 3;
const LINE_WORDS = 25;
/** Addresses where a part is changed. */
const EDITS = /[?&](?:ve)?action=edit|\/edit(?:[/?#]|$)/i;
const TOOL_CHARS = 60;
const LINKED = 0.7;
/** A body of fewer words may be the line itself. */
const ENOUGH = 40;

/** Whether a line, or an element a few steps around it, is not for paper. */
function isUnprinted({ tree }: PageFacts, { node }: Block): boolean {
  let up = node;
  for (let step = 0; step < STEPS && up > 0; step++) {
    const row = rowOf(tree, up, CLASS);
    if (row >= 0 && isUnprintedName.of(tree, row)) return true;
    up = tree.parent[up] as number;
  }
  return false;
}

/** Whether a line is nothing but the ways to change what stands below. */
function isEditor({ tree }: PageFacts, block: Block): boolean {
  if (block.links === 0 || block.chars > TOOL_CHARS || linkDensity(block) < LINKED) return false;
  if (isHeading[tree.tag[block.node] as number]) return false;
  return linksIn(tree, block).every((link) => EDITS.test(tree.attr(link, 'href') ?? ''));
}

/** Takes out lines that are for the screen alone by their name, and a section's tools where they lie beside its heading. */
export const dropUnprinted: Rule = (facts, kept) => {
  if (keptWords(facts, kept) < ENOUGH) return;
  for (const index of keptBlocks(kept)) {
    const block = facts.blocks[index] as Block;
    if (isEditor(facts, block)) kept[index] = 0;
    else if (isLineOf(facts, index, LINE_WORDS) && isUnprinted(facts, block)) kept[index] = 0;
  }
};
