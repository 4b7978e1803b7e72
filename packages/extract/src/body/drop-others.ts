import type { Block } from './blocks.ts';
import type { PageFacts } from './page-facts.ts';
import { isSection } from './rules/own-section.ts';
import type { TextFacts } from './scan.ts';

/** Words that the title's own `article` must keep for other articles to be others. */
const ENOUGH_WORDS = 60;
/** And for text in no article at all: a header with a long standfirst may be an `article` too. */
const ENOUGH_ALONE = 100;

/** More articles beside the title's own are posts or teasers. */
const MOST_SECTIONS = 4;

/** The blocks that follow one another in one `article`, or in none, from a block on. */
function runFrom({ blocks, elements }: PageFacts, from: number): number {
  const article = elements.outerArticle[(blocks[from] as Block).node];
  let to = from + 1;
  while (to < blocks.length && elements.outerArticle[(blocks[to] as Block).node] === article) to++;
  return to;
}

/**
 * Takes out what lies outside the `article` element of the title, when that one holds a body: teasers,
 * comments, and whole articles that are there to be read next.
 */
export function dropOtherArticles(facts: PageFacts, kept: Uint8Array): void {
  const { blocks, texts, elements, ownTitle } = facts;
  const title = blocks[ownTitle];
  if (!title) return;
  const { outerArticle } = elements;
  const ours = outerArticle[title.node] as number;
  if (ours === 0) return;
  let words = 0;
  for (let index = 0; index < kept.length; index++) {
    if (!kept[index] || outerArticle[(blocks[index] as Block).node] !== ours) continue;
    const { tokenStart, tokenEnd } = texts[index] as TextFacts;
    words += tokenEnd - tokenStart;
  }
  if (words < ENOUGH_WORDS) return;
  const others: (readonly [from: number, to: number])[] = [];
  for (let from = 0, to = 0; from < kept.length; from = to) {
    to = runFrom(facts, from);
    const theirs = outerArticle[(blocks[from] as Block).node] as number;
    const isOther = theirs !== ours && (theirs !== 0 || words >= ENOUGH_ALONE);
    if (isOther && kept.subarray(from, to).includes(1)) others.push([from, to]);
  }
  for (const [from, to] of others)
    if (others.length > MOST_SECTIONS || !isSection(facts, kept, from, to)) kept.fill(0, from, to);
}
