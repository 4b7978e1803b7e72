import { TAG } from '@nashra/html';
import { PICTURE_CREDIT } from '../../picture-words.ts';
import type { Block } from '../blocks.ts';
import type { PageFacts } from '../page-facts.ts';
import { isUnderPicture } from './picture-lines.ts';
import { blocksIn, hasTag, keptBlocks, keptWords, type Rule, wordsOf } from './rule.ts';

/** Elements between a block and the caption it lies in. */
const STEPS = 3;
/** A caption that was never closed holds the text behind it too. */
const MOST_WORDS = 80;
/** A body of which captions are more than this is told in pictures. */
const SHARE = 0.3;
const NAMED =
  /(?:^|[\s_-])(?:(?:thumb|img|image|photo|pic|picture|figure|fig|gallery|media)?captions?|img_desc|cutline|attribution|(?:photo|image|picture|media)?[_-]?credits?|l[ée]gendes?|leyendas?|didascalia|pie(?:[_-]?de[_-]?foto)?|[a-z]*-?(?:image|picture|photo)_{1,2}(?:title|text|legend|description))(?:$|[\s_-])/i;

/** Kept blocks among which the caption of the leading picture is: behind the first sentences at most. */
const FIRST = 2;

/** Nodes before a caption told by its class among which its picture stands. */
const NEAR = 12;
/** Words of a label over a film. */
const LABEL_WORDS = 5;

/** Whether a `figcaption` belongs to code or to a table, which are text themselves. */
const isOfText = ({ tree }: PageFacts, caption: number): boolean => {
  const figure = tree.parent[caption] as number;
  return hasTag(tree, figure, tree.end[figure] as number, [TAG.pre, TAG.table, TAG.code]);
};

/** Figures that a text refers to by their number. */
const NUMBERED =
  /^\P{L}*(?:fig(?:ure|\.)?|abb(?:ildung|\.)?|figura|table(?:au)?|tabelle|tabla|(?:ال)?شكل|图|図|圖)\s*\d/iu;

/** The inline element named as a caption that all of a block lies in, right below a picture; 0 without one. */
function inlineCaption({ tree }: PageFacts, { node, first, last, text }: Block): number {
  for (let at = tree.parent[first] as number; at > node; at = tree.parent[at] as number) {
    if ((tree.end[at] as number) <= last || !NAMED.test(tree.attr(at, 'class') ?? '')) continue;
    const isBelow = hasTag(tree, Math.max(1, at - NEAR), at, [TAG.img]);
    return isBelow && !NUMBERED.test(text) ? at : 0;
  }
  return 0;
}

/** Whose picture it is, at the end: the picture itself may be drawn by a script. */
const CREDITED = new RegExp(
  `\\((?:${PICTURE_CREDIT}|ph\\.)\\s?[:：]?\\s?[^()]{2,40}\\)\\s*$`,
  'iu',
);

/** The caption that a block lies in, 0 without one. */
function captionOf(facts: PageFacts, { node, text }: Block): number {
  const { tree } = facts;
  let up = node;
  for (let step = 0; step < STEPS && up > 0; step++) {
    if (tree.tag[up] === TAG.figcaption) return isOfText(facts, up) ? 0 : up;
    const isPlain = tree.tag[up] === TAG.p || tree.tag[up] === TAG.div || tree.tag[up] === TAG.span;
    if (isPlain && step < 2 && NAMED.test(tree.attr(up, 'class') ?? ''))
      return CREDITED.test(text) ||
        hasTag(tree, Math.max(1, up - NEAR), up, [TAG.img, TAG.video, TAG.iframe])
        ? up
        : 0;
    up = tree.parent[up] as number;
  }
  return 0;
}

/** Whether a few words stand right before a film that the next line is said of, in one box with both. */
function isOverFilm(facts: PageFacts, label: number, caption: number): boolean {
  const { tree, blocks, titleBlock } = facts;
  const before = blocks[label];
  if (!before || label <= titleBlock || wordsOf(facts, label) > LABEL_WORDS) return false;
  const { first, node } = blocks[caption] as Block;
  if (!hasTag(tree, before.last, first, [TAG.video, TAG.iframe])) return false;
  const box = tree.parent[node] as number;
  const [from, to] = blocksIn(facts, box === 0 ? node : box);
  return from === label && to === caption + 1;
}

/** Takes out what is said of pictures, which goes with them and is none of the text. */
export const dropCaptions: Rule = (facts, kept) => {
  const captions: number[] = [];
  let seen = 0;
  for (const index of keptBlocks(kept)) {
    const isFirst = index > facts.titleBlock && seen++ < FIRST;
    const block = facts.blocks[index] as Block;
    const isListed = facts.listOf[index] !== 0;
    const caption = captionOf(facts, block) || (isListed ? 0 : inlineCaption(facts, block));
    const isMarked =
      caption > 0 && keptWords(facts, kept, ...blocksIn(facts, caption)) <= MOST_WORDS;
    if (isMarked || isUnderPicture(facts, index, isFirst)) captions.push(index);
  }
  const words = captions.reduce((sum, index) => sum + keptWords(facts, kept, index, index + 1), 0);
  if (words > SHARE * keptWords(facts, kept)) return;
  for (const index of captions) {
    kept[index] = 0;
    if (isOverFilm(facts, index - 1, index)) kept[index - 1] = 0;
  }
};
