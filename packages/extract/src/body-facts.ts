import type { Tree } from '@nashra/html';
import type { Block } from './body/blocks.ts';
import type { Judgement } from './body/judge.ts';
import type { TextFacts } from './body/scan.ts';
import { isHeading } from './body/tag-sets.ts';
import { countWords } from './count-words.ts';
import { pageWords } from './sureness/page-words.ts';
import type { BodyFacts } from './types.ts';

/** Between these a score is a doubt. */
const UNLIKELY = 0.15;
const SURE = 0.85;
/** Paragraphs are longer than this, labels shorter. */
const LONG = 150;
const LABEL = 60;
const OFFER =
  /[$€£¥]\s?\d|\d\s?(?:[$€£¥₹]|USD|EUR|MAD|DH|DZD|TND|SAR|AED)(?!\p{L})|add to (?:cart|bag|basket)|buy now|shop now|in stock|out of stock|free (?:quote|trial|shipping|estimate|consultation)|(?:request|get) an? (?:quote|demo|estimate)|book (?:now|a |an )|get started|our (?:services|team|clients|products)|contact us|ajouter au panier|acheter|en stock|nos services|devis|in den warenkorb|jetzt kaufen|comprar|añadir al carrito|أضف إلى السلة|اشتر الآن|تواصل معنا|خدماتنا/iu;

/** A quick look that spares most labels a string: prices have digits, offers have a promo's words. */
const mayOffer = ({ digits, promos }: TextFacts): boolean => digits > 0 || promos > 0;

/** Sums up the verdict for what is decided after the body. */
export function describeBody(tree: Tree, judgement: Judgement, text: string): BodyFacts {
  const { blocks, scores, kept, facts } = judgement;
  const nodes: number[] = [];
  let weight = 0;
  let certainty = 0;
  let linkChars = 0;
  let pageChars = 0;
  let longChars = 0;
  let keptLinkChars = 0;
  let listChars = 0;
  let headings = 0;
  let unsure = 0;
  let likely = 0;
  let offers = 0;
  let found = 0;
  let taken = 0;
  let expected = 0;
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index] as Block;
    const score = scores[index] as number;
    pageChars += block.chars;
    if (score > UNLIKELY) likely += block.chars;
    if (score > UNLIKELY && score < SURE) unsure += block.chars;
    expected += score * block.chars;
    if (
      block.chars < LABEL &&
      mayOffer(facts.texts[index] as TextFacts) &&
      OFFER.test(block.text)
    ) {
      offers++;
    }
    if (kept[index]) {
      nodes.push(block.node);
      weight += block.chars;
      certainty += block.chars * score;
      found += block.chars * score;
      taken += block.chars;
      keptLinkChars += Math.min(block.linkChars, block.chars);
      if (block.chars >= LONG) longChars += block.chars;
      if ((facts.listOf[index] as number) > 0) listChars += block.chars;
      if (isHeading[tree.tag[block.node] as number]) headings++;
    } else linkChars += block.linkChars;
  }
  const lastKept = nodes.at(-1) ?? -1;
  let root = nodes[0] ?? -1;
  while (root > 0 && (tree.end[root] as number) <= lastKept) root = tree.parent[root] as number;
  return {
    text,
    wordCount: countWords(text),
    root,
    nodes,
    certainty: weight > 0 ? certainty / weight : 0,
    keptChars: weight,
    longChars,
    keptLinkChars,
    listChars,
    headings,
    doubt: likely > 0 ? unsure / likely : 1,
    expectedF1: taken > 0 ? (2 * found) / (taken + expected) : 0,
    leftOut: expected > 0 ? 1 - found / expected : 1,
    offers,
    words: pageWords(judgement),
    linkChars,
    pageChars,
  };
}
