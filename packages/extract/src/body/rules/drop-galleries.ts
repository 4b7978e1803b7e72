import { TAG } from '@nashra/html';
import type { Block } from '../blocks.ts';
import { CHAR } from '../characters.ts';
import type { PageFacts } from '../page-facts.ts';
import { linkDensity } from '../prose.ts';
import type { TextFacts } from '../scan.ts';
import { isHeading } from '../tag-sets.ts';
import { shareElsewhere } from './elsewhere.ts';
import { isAllItems, rootOf } from './items.ts';
import { blocksIn, keptWords, type Rule, wordsOf } from './rule.ts';

/** «3/8» before or after a caption's heading. */
const NUMBERED = /^\(?\d{1,3}\s*(?:\/|of|sur|von|من)\s*\d{1,3}\b/iu;
const FEWEST = 3;
const LONGEST_HEADING = 120;
const LINKED = 0.9;
/** Words of a heading over a gallery. */
const HEADING_WORDS = 12;
/** Of an own gallery's words, the article has at least so many. */
const OWN = 0.25;

/** What makes a block the mark of one slide among others. */
const SLIDES: readonly ((facts: PageFacts, index: number) => boolean)[] = [
  ({ blocks, texts }, index) => {
    const { chars, text } = blocks[index] as Block;
    const { digits, firstClass } = texts[index] as TextFacts;
    const mayBe = firstClass === CHAR.digit || firstClass === CHAR.bracket;
    return mayBe && digits > 1 && chars < LONGEST_HEADING && NUMBERED.test(text);
  },
  ({ tree, blocks }, index) => tree.tag[(blocks[index] as Block).node] === TAG.figcaption,
  ({ tree, blocks }, index) => {
    const block = blocks[index] as Block;
    return isHeading[tree.tag[block.node] as number] === 1 && linkDensity(block) >= LINKED;
  },
];

/** Takes out the slides that marks of one kind belong to, with the heading over them, when they tell of something else. */
function dropSlides(facts: PageFacts, kept: Uint8Array, marks: readonly number[]): void {
  const { tree, blocks } = facts;
  const first = marks[0] as number;
  const last = marks[marks.length - 1] as number;
  const root = rootOf(facts, first, last);
  // A list in a part of its own, whose heading goes with it.
  const holder = tree.parent[root] as number;
  let [from, to] = blocksIn(facts, root);
  const outside = keptWords(facts, kept, 0, from) + keptWords(facts, kept, to);
  if (outside <= keptWords(facts, kept, from, to)) return;
  if (!isAllItems(facts, kept, root, marks)) return;
  if (shareElsewhere(facts, kept, from, to) >= OWN) return;
  const before = blocks[from - 1];
  if (before && before.node > holder && wordsOf(facts, from - 1) < HEADING_WORDS) from--;
  kept.fill(0, from, to);
}

/** Takes out galleries of other stories: slides that are numbered, captioned, or headed by links, and speak of something else. */
export const dropGalleries: Rule = (facts, kept) => {
  for (const isMark of SLIDES) {
    const marks: number[] = [];
    for (let index = kept.indexOf(1); index >= 0; index = kept.indexOf(1, index + 1)) {
      if (isMark(facts, index)) marks.push(index);
    }
    if (marks.length >= FEWEST) dropSlides(facts, kept, marks);
  }
};
