import type { Block } from '../body/blocks.ts';
import type { Judgement } from '../body/judge.ts';
import type { TextFacts } from '../body/scan.ts';
import { isHeading } from '../body/tag-sets.ts';

/** Scores that a strict and a loose reader of the same scores would take. */
const STRICT = 0.8;
const LIKELY = 0.5;
const LOOSE = 0.1;
/** Blocks before, behind and at the end of a body that are looked at. */
const NEAR = 4;
/** Shares of a body's characters, the least sure ones first. */
const SHARES = [0.05, 0.2, 0.5] as const;

/** How a body lies in the page and how it would change with another judge, in order. */
export const DOUBT_FEATURES = [
  'doubt:words', 'doubt:headings', 'doubt:runs', 'doubt:gap', 'doubt:gaps', 'doubt:strict', 'doubt:loose',
  'doubt:ruled', 'doubt:before', 'doubt:after', 'doubt:head', 'doubt:tail', 'doubt:tail-first',
  'doubt:share-5', 'doubt:share-20', 'doubt:share-50', 'doubt:first-strict', 'doubt:first-loose',
  'doubt:moved', 'doubt:longest', 'doubt:likeness', 'doubt:page-words', 'doubt:after-chars',
] as const; // biome-ignore format: names read better in lines

/** The numbers that DOUBT_FEATURES names. */
export function doubtFeatures({ facts, blocks, scores, first, kept }: Judgement): number[] {
  const { texts, tree, charsBefore } = facts;
  const start = kept.indexOf(1);
  const end = kept.lastIndexOf(1);
  if (start < 0) return DOUBT_FEATURES.map(() => -1);
  const of = { strict: 0, loose: 0, ruled: 0, firstStrict: 0, firstLoose: 0, moved: 0 };
  const sure: (readonly [score: number, chars: number])[] = [];
  let words = 0;
  let headings = 0;
  let runs = 0;
  let gap = 0;
  let gaps = 0;
  let open = 0;
  let chars = 0;
  let longest = 0;
  let likeness = 0;
  let pageWords = 0;
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index] as Block;
    const { tokenStart, tokenEnd } = texts[index] as TextFacts;
    const score = scores[index] as number;
    const before = first[index] as number;
    const length = block.chars;
    pageWords += tokenEnd - tokenStart;
    if (score > STRICT) of.strict += length;
    if (score > LOOSE) of.loose += length;
    if (before > STRICT) of.firstStrict += length;
    if (before > LOOSE) of.firstLoose += length;
    if (score > LIKELY && !kept[index]) of.ruled += length;
    of.moved += Math.abs(score - before) * length;
    if (!kept[index]) {
      if (index > start && index < end) open += length;
      continue;
    }
    if (index === start || !kept[index - 1]) runs++;
    gap = Math.max(gap, open);
    gaps += open;
    open = 0;
    words += tokenEnd - tokenStart;
    chars += length;
    longest = Math.max(longest, length);
    if (isHeading[tree.tag[block.node] as number]) headings++;
    sure.push([score, length]);
    likeness += length * length;
  }
  sure.sort((a, b) => a[0] - b[0]);
  const own = Math.max(1, chars);
  const quantiles = SHARES.map((share) => {
    let seen = 0;
    for (const [score, length] of sure) {
      seen += length;
      if (seen >= share * own) return score;
    }
    return 1;
  });
  const mean = (of: Float64Array, from: number, to: number): number => {
    let sum = 0;
    let count = 0;
    for (let index = Math.max(0, from); index < Math.min(blocks.length, to); index++) {
      sum += of[index] as number;
      count++;
    }
    return count === 0 ? -1 : sum / count;
  };
  return [
    Math.log1p(words),
    headings,
    runs,
    gap / own,
    gaps / own,
    of.strict / own,
    of.loose / own,
    of.ruled / own,
    mean(scores, start - NEAR, start),
    mean(scores, end + 1, end + 1 + NEAR),
    mean(scores, start, start + NEAR),
    mean(scores, end + 1 - NEAR, end + 1),
    mean(first, end + 1 - NEAR, end + 1),
    ...quantiles,
    of.firstStrict / own,
    of.firstLoose / own,
    of.moved / own,
    longest / own,
    likeness / (own * own),
    Math.log1p(pageWords),
    ((charsBefore[blocks.length] as number) - (charsBefore[end + 1] as number)) / own,
  ];
}
