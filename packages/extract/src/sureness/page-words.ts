import type { Judgement } from '../body/judge.ts';
import type { TextFacts } from '../body/scan.ts';
import type { WordTable } from '../body/word-table.ts';
import type { PageWords } from '../types.ts';

const MOST_BODY = 300;
const MOST_LABELS = 200;
const LABEL_WORDS = 6;

/** Gathers the words of a judged page. */
export function pageWords({ facts, kept }: Judgement): PageWords {
  const body = new Set<number>();
  const labels = new Set<number>();
  for (let index = 0; index < kept.length; index++) {
    const { tokenStart, tokenEnd } = facts.texts[index] as TextFacts;
    const isLabel = tokenEnd - tokenStart <= LABEL_WORDS;
    const bag = kept[index] ? body : isLabel ? labels : null;
    if (bag === null || bag.size >= (kept[index] ? MOST_BODY : MOST_LABELS)) continue;
    for (let at = tokenStart; at < tokenEnd; at++) bag.add(facts.tokens.hashes[at] as number);
  }
  return { body, labels };
}

/** What words say of a page being an article: more when above 0, less when below. */
export interface PageWordValues {
  readonly body: Pick<WordTable, 'valueOf'>;
  readonly labels: Pick<WordTable, 'valueOf'>;
}

export const WORD_FEATURES = [
  'body-words:mean',
  'body-words:low',
  'body-words:known',
  'label-words:mean',
  'label-words:low',
  'label-words:known',
] as const;
/** As many of the lowest values are summed up. */
const LOWEST = 12;

/** The numbers that WORD_FEATURES names. */
export function wordNumbers(words: PageWords, values: PageWordValues): number[] {
  return [...measure(words.body, values.body), ...measure(words.labels, values.labels)];
}

function measure(words: ReadonlySet<number>, values: Pick<WordTable, 'valueOf'>): number[] {
  const found: number[] = [];
  let sum = 0;
  for (const word of words) {
    const value = values.valueOf(word);
    if (value === 0) continue;
    found.push(value);
    sum += value;
  }
  found.sort((a, b) => a - b);
  let low = 0;
  for (let at = 0; at < Math.min(LOWEST, found.length); at++) low += found[at] as number;
  return [found.length > 0 ? sum / found.length : 0, low, found.length];
}
