import { TAG } from '@nashra/html';
import type { Block } from '../blocks.ts';
import type { PageFacts } from '../page-facts.ts';
import { isHeading } from '../tag-sets.ts';
import { isCalledReaders } from './comment-words.ts';
import { hasTag, keptBlocks, keptWords, type Rule, wordsOf } from './rule.ts';
import { isShelfLabel } from './shelf-labels.ts';

/** Words of a label; more of them lead in. */
const MOST_WORDS = 3;
const ENDS = /[:：]\s*$/u;
/** What a label may stand over that is no text. */
const SHOWN = [TAG.iframe, TAG.video, TAG.audio, TAG.embed, TAG.object];
const ENOUGH = 40;

/** Whether nothing of the text follows a label: what stands there is left out, or is shown and not read. */
function isOverNothing({ tree, blocks }: PageFacts, kept: Uint8Array, index: number): boolean {
  const { last, node } = blocks[index] as Block;
  const next = blocks[index + 1];
  if (next === undefined) return true;
  if (!kept[index + 1]) return next.links > 0 || tree.tag[node] === TAG.dt;
  return hasTag(tree, last + 1, next.first, SHOWN);
}

/** Takes out a few words and a colon over nothing that is read, «Watch the film:», «You may also like:», and «Comments» or «More news» at the end. */
export const dropLoneLabel: Rule = (facts, kept) => {
  const { tree, blocks } = facts;
  if (keptWords(facts, kept) < ENOUGH) return;
  for (const index of keptBlocks(kept)) {
    const { text, node, chars } = blocks[index] as Block;
    if (chars > 60 || wordsOf(facts, index) > MOST_WORDS) continue;
    const isLast = index === kept.lastIndexOf(1);
    const leads = isShelfLabel(text) && (blocks[index + 1]?.links ?? 0) > 0;
    if (isLast && (leads || isCalledReaders(text))) kept[index] = 0;
    if (!ENDS.test(text)) continue;
    if (isHeading[tree.tag[node] as number] === 1) continue;
    if (isOverNothing(facts, kept, index)) kept[index] = 0;
  }
};
