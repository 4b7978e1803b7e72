import { TAG } from '@nashra/html';
import type { Block } from '../blocks.ts';
import type { PageFacts } from '../page-facts.ts';
import { isHeading } from '../tag-sets.ts';
import { isLinkedHeadline } from './cards.ts';
import { shareElsewhere, titleShare } from './elsewhere.ts';
import { isSection } from './own-section.ts';
import {
  allWords,
  blocksIn,
  dropRange,
  isHeadlineText,
  isOpen,
  keptWords,
  type Rule,
  wordsOf,
} from './rule.ts';

/** Words that the page's own article has before another one may follow. */
const ENOUGH = 40;
/** A page of many articles is one article in pieces: a live blog, a collection. */
const MOST_FOLLOWERS = 4;
/** Short lines before a follower's headline in its own part: a label, a day. */
const LABELS = 3;
const LABEL_WORDS = 8;
/** Words of a headline. */
const HEADLINE_WORDS = 25;
const PARAGRAPHS = 2;
/** Blocks from a headline on among which its kept text begins. */
const NEXT_KEPT = 5;
/** Of the words of a section of one article, the others have at least so many. */
const OWN = 0.25;
/** And of the words of its title. */
const TITLED = 0.35;
/** More words than an entry of running coverage has. */
const ARTICLE_WORDS = 80;
/** Pages of more h1 elements name their sections by them. */
const MOST_PARTS = 2;

/** Whether a block is a headline unlike the page's own. */
function isOtherHeadline(facts: PageFacts, index: number): boolean {
  const block = facts.blocks[index];
  if (!block || !isHeading[facts.tree.tag[block.node] as number]) return false;
  return !isHeadlineText(facts, index);
}

/** Articles that follow one that holds kept text, each under a headline of its own. */
function dropFollowers(facts: PageFacts, kept: Uint8Array): void {
  const { blocks, elements } = facts;
  const { outerArticle } = elements;
  const starts: number[] = [];
  const seen = new Set<number>();
  let ours = 0;
  for (let index = 0; index < kept.length; index++) {
    const article = outerArticle[(blocks[index] as Block).node] as number;
    if (article === 0 || article === ours || seen.has(article)) continue;
    if (ours === 0) {
      if (kept[index] && keptWords(facts, kept, 0, index) < ENOUGH) ours = article;
      else if (kept[index]) return;
      continue;
    }
    seen.add(article);
    if (!isOtherHeadline(facts, index)) return;
    starts.push(index);
  }
  if (ours === 0 || starts.length === 0 || starts.length >= MOST_FOLLOWERS) return;
  const begin = starts[0] as number;
  if (keptWords(facts, kept, 0, begin) < ENOUGH) return;
  for (let index = begin; index < kept.length; index++) {
    const article = outerArticle[(blocks[index] as Block).node] as number;
    if (article === 0 || article === ours) continue;
    const [from, to] = blocksIn(facts, article);
    if (!isSection(facts, kept, from, to)) dropRange(kept, from, to);
    index = to - 1;
  }
}

/** The largest element that a headline opens, labels before it aside. */
function partUnder(facts: PageFacts, index: number): number {
  const { tree, blocks } = facts;
  let part = (blocks[index] as Block).node;
  for (let up = tree.parent[part] as number; up > 0; up = tree.parent[up] as number) {
    const [from] = blocksIn(facts, up);
    if (index - from > LABELS) break;
    let isOpened = true;
    for (let at = from; at < index; at++) isOpened &&= wordsOf(facts, at) <= LABEL_WORDS;
    if (!isOpened) break;
    part = up;
  }
  return part;
}

/** Bytes of what calls the next piece so. */
const NEXT_BYTES = 60;
const NEXT =
  /^\P{L}*(?:(?:l.)?article suivant|à suivre|(?:à )?lire ensuite|keep reading|read next|sigue leyendo|continua a leggere|next (?:article|story|up)|up next|(?:articolo|notizia) (?:successiv|seguent)[oea]|(?:siguiente|próxim[ao]) (?:noticia|artículo|notícia|artigo)|nächster artikel|sonraki haber|(?:المقال|الخبر|الموضوع) (?:التالي|الموالي)|مطلب بعدی)\P{L}*$/iu;

/** Whether the line before a headline says that another piece begins. */
const isNext = ({ blocks }: PageFacts, index: number): boolean =>
  NEXT.test(blocks[index - 1]?.text ?? '') && !NEXT.test((blocks[index] as Block).text);

/** Whether a block is such a line and, behind a break, the headline. */
function isNextOverHeadline({ tree, blocks }: PageFacts, index: number): boolean {
  const { breaks, first, last } = blocks[index] as Block;
  return (
    breaks > 0 &&
    first < last &&
    tree.textSize(first) <= NEXT_BYTES &&
    NEXT.test(tree.text(first).trim())
  );
}

/** Whether a line that is no heading is called the next article's headline: words that do not end, below such a word, and over what shares their part alone. */
const isNamedNext = (facts: PageFacts, index: number): boolean =>
  index > 0 &&
  wordsOf(facts, index) <= HEADLINE_WORDS &&
  isOpen(facts, index) &&
  (isNextOverHeadline(facts, index) ||
    (wordsOf(facts, index - 1) <= LABELS && isNext(facts, index))) &&
  !isHeadlineText(facts, index) &&
  partUnder(facts, index) !== (facts.blocks[index] as Block).node;

/** Whether a heading and the element around it bear the names of the title and of what is around that: its slot in another rank. */
function isTwin({ tree, blocks, ownTitle }: PageFacts, index: number): boolean {
  const { node } = blocks[index] as Block;
  const title = (blocks[ownTitle] as Block).node;
  if (tree.tag[title] !== TAG.h1 || !isHeading[tree.tag[node] as number]) return false;
  const isNamedAlike = (one: number, other: number): boolean => {
    const name = tree.attr(one, 'class') ?? '';
    return name !== '' && name === tree.attr(other, 'class');
  };
  return (
    isNamedAlike(node, title) &&
    isNamedAlike(tree.parent[node] as number, tree.parent[title] as number)
  );
}

/** Whether a rule stands right before a headline. */
function isRuled({ tree, blocks }: PageFacts, index: number): boolean {
  const { node } = blocks[index] as Block;
  const before = blocks[index - 1]?.last ?? 0;
  for (let at = before; at < node; at++) if (tree.tag[at] === TAG.hr) return true;
  return false;
}

/** Whether a day stands right after a headline. */
function isDated(facts: PageFacts, index: number): boolean {
  const below = facts.texts[index + 1];
  return below !== undefined && below.digits > 2 && wordsOf(facts, index + 1) <= LABEL_WORDS;
}

const BYLINE = /^(?:by|par|von|por|di|door|بقلم|كتبت?)\s*:?\s+\p{L}/iu;

/** Whether a line right after a headline says who wrote what follows. */
const isSigned = (facts: PageFacts, index: number): boolean =>
  index + 1 < facts.blocks.length &&
  wordsOf(facts, index + 1) <= LABEL_WORDS &&
  BYLINE.test((facts.blocks[index + 1] as Block).text);

const isMarkedOff = (facts: PageFacts, index: number): boolean =>
  isNext(facts, index) || isSigned(facts, index) || isRuled(facts, index) || isDated(facts, index);

const ADDRESS = /^data-(?:\w+-)*(?:url|href|permalink|slug|canonical)$/;

/** Whether a headline opens a part that holds more than itself. */
const isPartOfItsOwn = (facts: PageFacts, index: number): boolean =>
  !facts.metadata.liveBlog && partUnder(facts, index) !== (facts.blocks[index] as Block).node;

/** Whether a part that a headline opens bears an address of its own: the script of an endless page put it there. */
function isAddressed(facts: PageFacts, index: number): boolean {
  const { tree, blocks } = facts;
  const { node } = blocks[index] as Block;
  // Most headings stand among what is above them.
  if (tree.parent[node] === tree.parent[blocks[index - 1]?.node ?? 0]) return false;
  const part = partUnder(facts, index);
  if (part === node) return false;
  for (let row = tree.attrFrom(part); row < tree.attrTo(part); row++)
    if (ADDRESS.test(tree.attrName(row))) return true;
  return false;
}

/** What stands from a headline to the end of its part, or to the next headline of its rank. */
function restAfter(facts: PageFacts, index: number): readonly [from: number, to: number] {
  const { tree, blocks } = facts;
  const { node } = blocks[index] as Block;
  const [, end] = blocksIn(facts, tree.parent[node] as number);
  let to = index + 1;
  while (to < end && tree.tag[(blocks[to] as Block).node] !== tree.tag[node]) to++;
  return [index, to];
}

/** Whether a headline opens a part beside the one that the page's title lies in, and of its shape: one template made both. */
function isBesideOurs(facts: PageFacts, index: number): boolean {
  const { tree, blocks, ownTitle } = facts;
  const part = partUnder(facts, index);
  const title = (blocks[ownTitle] as Block).node;
  let ours = title;
  while (ours > 0 && tree.parent[ours] !== tree.parent[part]) ours = tree.parent[ours] as number;
  if (ours <= 0 || ours === title) return false;
  return tree.tag[part] === tree.tag[ours] && tree.attr(part, 'class') === tree.attr(ours, 'class');
}

/** Whether what follows a headline has a signer, a day and the length of an article. */
const isArticle = (facts: PageFacts, index: number): boolean =>
  !facts.metadata.liveBlog &&
  isSigned(facts, index) &&
  isDated(facts, index) &&
  allWords(facts, ...restAfter(facts, index)) >= ARTICLE_WORDS;

/** Whether a heading of the second rank is the next article's headline, by what stands around it. */
const isOfNext = (facts: PageFacts, index: number): boolean =>
  isNext(facts, index) ||
  (isDated(facts, index) && (isRuled(facts, index) || isPartOfItsOwn(facts, index))) ||
  (isSigned(facts, index) && (isArticle(facts, index) || isPartOfItsOwn(facts, index))) ||
  (isLinkedHeadline(facts, index) && isBesideOurs(facts, index)) ||
  isAddressed(facts, index);

/** Whether a headline opens another article however many do: it lies in what the page's own lies in, or has all of an article. */
const isOneOfMany = (facts: PageFacts, index: number): boolean =>
  isOfNext(facts, index) && (isBesideOurs(facts, index) || isArticle(facts, index));

/** Whether a lesser heading opens another article: in an element of its own, or by what stands around it. */
const opensAnother = (facts: PageFacts, index: number, ours: number | undefined): boolean => {
  const { node } = facts.blocks[index] as Block;
  if (facts.elements.innerArticle[node] !== ours || isTwin(facts, index)) return true;
  return facts.tree.tag[node] === TAG.h2 && isOfNext(facts, index);
};

/** Parts of their own that a headline opens, an h1 or any in an `article`, and that speak of something else. */
function dropParts(facts: PageFacts, kept: Uint8Array): void {
  const { tree, blocks, elements, ownTitle, metadata } = facts;
  const parts: (readonly [from: number, to: number])[] = [];
  let isMany = true;
  const ours = elements.innerArticle[(blocks[ownTitle] as Block).node];
  for (let index = ownTitle + 1; index < kept.length; index++) {
    // Of what is out already nothing is to be taken.
    const next = kept.indexOf(1, index);
    if (next < 0) break;
    if (next >= index + NEXT_KEPT) continue;
    const { node } = blocks[index] as Block;
    const isHeadline =
      tree.tag[node] === TAG.h1 ||
      (tree.tag[node] === TAG.h2 && isNext(facts, index)) ||
      (!metadata.liveBlog && opensAnother(facts, index, ours));
    const isOther = isHeadline && isOtherHeadline(facts, index);
    if (!isOther && !isNamedNext(facts, index)) continue;
    const under = partUnder(facts, index);
    // Among the paragraphs of the article itself, a line or a day marks where another one begins.
    if (under === node && !isMarkedOff(facts, index)) continue;
    const part = under === node ? restAfter(facts, index) : blocksIn(facts, under);
    parts.push(part);
    isMany &&= isOneOfMany(facts, index);
    index = Math.max(index, part[1] - 1);
  }
  if (parts.length > MOST_PARTS && !isMany) return;
  for (const [from, to] of parts) {
    let paragraphs = 0;
    for (let at = from; at < to; at++) {
      if (kept[at] && wordsOf(facts, at) > LABEL_WORDS) paragraphs++;
    }
    if (paragraphs < PARAGRAPHS || keptWords(facts, kept, 0, from) < ENOUGH) continue;
    if (titleShare(facts, from, to) > TITLED) continue;
    if (shareElsewhere(facts, kept, from, to) < OWN) dropRange(kept, from, to);
  }
}

/** Takes out the articles that an endless page shows after its own. */
export const dropNextArticles: Rule = (facts, kept) => {
  const { tree, blocks, elements, titleBlock } = facts;
  dropFollowers(facts, kept);
  if (titleBlock >= 0) dropParts(facts, kept);
  const title = blocks[titleBlock];
  if (!title || tree.tag[title.node] !== TAG.h1) return;
  const followers: number[] = [];
  for (let index = titleBlock + 1; index < kept.length; index++) {
    const { node } = blocks[index] as Block;
    // From the same slot of the template as the title, so a title itself.
    if (tree.tag[node] !== TAG.h1 || elements.path[node] !== elements.path[title.node]) continue;
    if (tree.parent[node] === tree.parent[title.node]) continue;
    if (isOtherHeadline(facts, index)) followers.push(index);
  }
  const first = followers[0];
  if (first === undefined || followers.length >= MOST_FOLLOWERS) return;
  if (keptWords(facts, kept, 0, first) >= ENOUGH) dropRange(kept, first, kept.length);
};
