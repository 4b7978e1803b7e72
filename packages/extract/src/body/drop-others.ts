import type { Block } from './blocks.ts';
import type { PageFacts } from './page-facts.ts';
import type { TextFacts } from './scan.ts';

/** Words that the title's own `article` must keep for other articles to be others. */
const ENOUGH_WORDS = 60;
/** And for text in no article at all: a header with a long standfirst may be an `article` too. */
const ENOUGH_ALONE = 100;

/**
 * Takes out what lies outside the `article` element of the title, when that one holds a body: teasers,
 * comments, and whole articles that are there to be read next.
 */
export function dropOtherArticles(facts: PageFacts, kept: Uint8Array): void {
  const { blocks, texts, elements, titleBlock } = facts;
  const title = blocks[titleBlock];
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
  for (let index = 0; index < kept.length; index++) {
    const theirs = outerArticle[(blocks[index] as Block).node] as number;
    if (theirs !== ours && (theirs !== 0 || words >= ENOUGH_ALONE)) kept[index] = 0;
  }
}
