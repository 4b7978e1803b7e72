import { NODE, type Tree } from '@nashra/html';
import { isInline, nodeText } from '../node-text.ts';
import { isAgency } from './who.ts';

/** Nodes after the headline within which the text opens, and characters of its opening. */
const NEAR = 800;
const OPENING = 110;
/** Bytes of a text that a paragraph has and a line has not. */
const PARAGRAPH = 60;
/** «Rabat, 14 mai (MAP) –», «GLENMOOR (AP) — …». */
const DATELINE = /^[^!?؟()]{0,60}\(([^()]{2,24})\)\s*\.?\s*[-–—:ـ]/u;

/** The agency in brackets that the text opens with after a place, '' without one. */
export function datelineAgency(tree: Tree, headline: number): string {
  const from = headline < 0 ? 0 : (tree.end[headline] as number);
  const end = Math.min(tree.size, from + NEAR);
  for (let node = from; node < end; node++) {
    if (tree.kind[node] !== NODE.text || tree.textSize(node) < PARAGRAPH) continue;
    let block = tree.parent[node] as number;
    while (block > 0 && isInline(tree.tag[block] as number)) block = tree.parent[block] as number;
    const name = DATELINE.exec(nodeText(tree, block, OPENING))?.[1]?.trim() ?? '';
    return isAgency(name) ? name : '';
  }
  return '';
}
