import { TAG } from '@nashra/html';
import type { Block } from '../body/blocks.ts';
import type { Group } from '../body/groups.ts';
import type { Judgement } from '../body/judge.ts';
import type { TextFacts } from '../body/scan.ts';
import { isHeading } from '../body/tag-sets.ts';

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

/** What the judges of a page look at in the verdict on its blocks, in order. */
export const BODY_FEATURES = [
  'body:share', 'body:links-outside', 'body:blocks', 'body:long', 'body:short', 'body:links', 'body:lists',
  'body:tables', 'body:code', 'body:quotes', 'body:headings', 'body:hidden', 'body:repeated',
  'body:certainty', 'body:doubt', 'body:expected-f1', 'body:spread', 'body:left-out', 'body:first-agrees',
  'body:best-left', 'body:least', 'body:prose', 'body:span', 'body:before', 'body:after-title',
  'body:parents', 'body:together', 'body:one-parent', 'body:stops', 'body:digits', 'body:capitals',
  'offers', 'offers-by-block',
] as const; // biome-ignore format: names read better in lines

/** Of a body, the part that is least sure. */
const LEAST = 0.2;

/** The score that this part of a body's characters lies at or below. */
function leastSure(
  kept: { readonly score: number; readonly chars: number }[],
  own: number,
): number {
  kept.sort((a, b) => a.score - b.score);
  let seen = 0;
  for (const { score, chars } of kept) {
    seen += chars;
    if (seen >= LEAST * own) return score;
  }
  return 1;
}

/** The numbers that BODY_FEATURES names. */
export function bodyFeatures({ facts, blocks, scores, first, kept }: Judgement): number[] {
  const { tree, texts, elements, repeats, listOf, prose, charsBefore, titleBlock } = facts;
  const parents = new Map<Group, { blocks: number; chars: number }>();
  let pageChars = 0;
  let likely = 0;
  let unsure = 0;
  let expected = 0;
  let variance = 0;
  let offers = 0;
  let bestLeft = 0;
  const sure: { score: number; chars: number }[] = [];
  let linkChars = 0;
  let firstTaken = 0;
  let bothTaken = 0;
  let count = 0;
  let chars = 0;
  let found = 0;
  let proseChars = 0;
  let stops = 0;
  let digits = 0;
  let capitals = 0;
  let words = 0;
  let start = -1;
  let end = -1;
  const of = { long: 0, short: 0, links: 0, lists: 0, tables: 0, code: 0, quotes: 0 };
  let headings = 0;
  let hidden = 0;
  let repeated = 0;
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index] as Block;
    const text = texts[index] as TextFacts;
    const score = scores[index] as number;
    const length = block.chars;
    pageChars += length;
    expected += score * length;
    variance += score * (1 - score) * length * length;
    if (score > UNLIKELY) {
      likely += length;
      if (score < SURE) unsure += length;
    }
    if (length < LABEL && mayOffer(text) && OFFER.test(block.text)) offers++;
    const isFirst = (first[index] as number) > 0.5;
    if (isFirst) firstTaken += length;
    if (!kept[index]) {
      linkChars += block.linkChars;
      bestLeft = Math.max(bestLeft, score * length);
      continue;
    }
    if (isFirst) bothTaken += length;
    if (start < 0) start = index;
    end = index;
    count++;
    chars += length;
    found += length * score;
    sure.push({ score, chars: length });
    proseChars += prose[index] as number;
    stops += text.stops;
    digits += text.digits;
    capitals += text.capitalized;
    words += text.tokenEnd - text.tokenStart;
    if (length >= LONG) of.long += length;
    else if (length < LABEL) of.short += length;
    of.links += Math.min(block.linkChars, length);
    const list = listOf[index] as number;
    if (list > 0) {
      if (tree.tag[list] === TAG.table) of.tables += length;
      else of.lists += length;
    }
    const tag = tree.tag[block.node] as number;
    if (tag === TAG.pre) of.code += length;
    else if (
      tag === TAG.blockquote ||
      tree.tag[tree.parent[block.node] as number] === TAG.blockquote
    )
      of.quotes += length;
    if (isHeading[tag]) headings++;
    if (elements.hidden[block.node] !== 0) hidden += length;
    repeated += (repeats.shares[index] as number) * length;
    const parent = facts.parents[index] as Group;
    const sum = parents.get(parent);
    if (sum === undefined) parents.set(parent, { blocks: 1, chars: length });
    else {
      sum.blocks++;
      sum.chars += length;
    }
  }
  let most = 0;
  let mostChars = 0;
  for (const sum of parents.values()) {
    most = Math.max(most, sum.blocks);
    mostChars = Math.max(mostChars, sum.chars);
  }
  const all = Math.max(1, pageChars);
  const own = Math.max(1, chars);
  const size = Math.max(1, count);
  const at = (index: number): number => charsBefore[index] as number;
  const total = Math.max(1, facts.containers.total);
  return [
    chars / all,
    linkChars / all,
    count,
    of.long / own,
    of.short / own,
    of.links / own,
    of.lists / own,
    of.tables / own,
    of.code / own,
    of.quotes / own,
    headings / size,
    hidden / own,
    repeated / own,
    found / own,
    likely > 0 ? unsure / likely : 1,
    chars > 0 ? (2 * found) / (chars + expected) : 0,
    Math.sqrt(variance) / own,
    expected > 0 ? 1 - found / expected : 1,
    (2 * bothTaken) / Math.max(1, firstTaken + chars),
    bestLeft / own,
    leastSure(sure, own),
    proseChars / total,
    start < 0 ? 0 : chars / Math.max(1, at(end + 1) - at(start)),
    start < 0 ? 0 : at(start) / all,
    start < 0 || titleBlock < 0 ? -1 : Math.max(-100, at(start) - at(titleBlock)),
    parents.size / size,
    most / size,
    mostChars / own,
    stops / Math.max(1, words),
    digits / own,
    capitals / Math.max(1, words),
    offers,
    offers / size,
  ];
}
