import type { Block } from '../blocks.ts';
import type { PageFacts } from '../page-facts.ts';
import { LEADS } from './drop-leads.ts';
import { shareElsewhere, titleShare } from './elsewhere.ts';
import { blocksIn, dropRange, isLineOf, keptBlocks, type Rule, wordsOf } from './rule.ts';

/** A line that is nothing but a word for advertising. */
const AD =
  /^\P{L}*(?:publicité|annonce|advertisement|(?:sponsored|partner)(?: content)?|contenu sponsorisé|contenido patrocinado|محتوى (?:برعاية|ممول|إعلاني)|anzeige|werbung|publicidad|pubblicità|publicidade|reklama|إعلان(?:ات)?|اعلان(?:ات)?)\P{L}*$/iu;
const AD_WORDS = 2;
const LABEL_WORDS = 6;
/** Blocks and words of a small box, its label among them. */
const MOST_BLOCKS = 3;
const MOST_WORDS = 60;
/** What speaks of something else has fewer of the other words, and of the title's. */
const OWN = 0.2;

/** The small box that a label opens; null where it stands among the paragraphs. */
function boxUnder(facts: PageFacts, label: number): readonly [from: number, to: number] | null {
  const { tree, blocks, titleBlock } = facts;
  const { node } = blocks[label] as Block;
  for (const box of [node, tree.parent[node] as number]) {
    const [from, to] = blocksIn(facts, box);
    if (from !== label || to - from > MOST_BLOCKS) return null;
    if (to - from === 1) continue;
    let words = 0;
    for (let at = from; at < to; at++) words += wordsOf(facts, at);
    const isTitle = titleBlock >= from && titleBlock < to;
    return words <= MOST_WORDS && !isTitle ? [from, to] : null;
  }
  return null;
}

const speaksOfOthers = (facts: PageFacts, kept: Uint8Array, from: number, to: number): boolean =>
  titleShare(facts, from, to) < OWN && shareElsewhere(facts, kept, from, to) < OWN;

/**
 * Takes out words for advertising, with the small box that one opens, and small boxes under a label that leads elsewhere
 * («À ne pas manquer») that speak of something else, link or none.
 */
export const dropLabelledBoxes: Rule = (facts, kept) => {
  for (const index of keptBlocks(kept)) {
    if (!isLineOf(facts, index, LABEL_WORDS)) continue;
    const { text } = facts.blocks[index] as Block;
    const isAd = wordsOf(facts, index) <= AD_WORDS && AD.test(text);
    if (isAd) kept[index] = 0;
    else if (!LEADS.test(text)) continue;
    const box = boxUnder(facts, index);
    if (box !== null && (isAd || speaksOfOthers(facts, kept, box[0] + 1, box[1])))
      dropRange(kept, ...box);
  }
};
