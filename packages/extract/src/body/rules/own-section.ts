import type { Block } from '../blocks.ts';
import type { PageFacts } from '../page-facts.ts';
import { linkDensity } from '../prose.ts';
import type { TextFacts } from '../scan.ts';
import { isHeading } from '../tag-sets.ts';
import { shareElsewhere, titleShare } from './elsewhere.ts';

/** Of the words of a section of one piece, the others have at least so many, and it has so many of its title's. */
const OWN = 0.3;
const TITLED = 0.4;
/** What says nearly all of the title may go on in words of its own. */
const WHOLLY_TITLED = 0.75;
const LITTLE = 0.1;
/** A section is longer than a teaser. */
const SECTION_WORDS = 80;
const LINKED = 0.5;

/** Whether an `article` below the title's own is a section of the same piece: what it says is told there too. */
export function isSection(facts: PageFacts, kept: Uint8Array, from: number, to: number): boolean {
  const { blocks, texts, tree } = facts;
  const { tokenStart } = texts[from] as TextFacts;
  const { tokenEnd } = texts[to - 1] as TextFacts;
  const first = blocks[from] as Block;
  const isHeadline = isHeading[tree.tag[first.node] as number] === 1 && linkDensity(first) > LINKED;
  if (from < facts.titleBlock || isHeadline || tokenEnd - tokenStart < SECTION_WORDS) return false;
  const titled = titleShare(facts, from, to);
  const own = titled >= WHOLLY_TITLED ? LITTLE : OWN;
  return titled >= TITLED && shareElsewhere(facts, kept, from, to) >= own;
}
