import type { PageFacts } from '../../src/body/page-facts.ts';
import {
  nextRead,
  visitAncestors,
  visitNames,
  type WordValues,
} from '../../src/body/word-values.ts';

interface Tally {
  sum: number;
  weight: number;
}

const KINDS = ['own', 'above', 'text'] as const;
type Kind = (typeof KINDS)[number];

/** Publishers are the unit: a word says something when it says the same at several of them. */
const FEWEST = 3;
const PRIOR_WEIGHT = 2;

/** Counts words of blocks by publisher, to learn what each word is worth. */
export class WordCounts {
  readonly #counts: Record<Kind, Map<number, Map<string, Tally>>> = {
    own: new Map(),
    above: new Map(),
    text: new Map(),
  };
  #sum = 0;
  #weight = 0;

  /** Adds a page of a publisher; `labels` is the share of truth of each block, -1 when unknown. */
  add(facts: PageFacts, publisher: string, labels: Float32Array): void {
    for (const [index, label] of labels.entries()) {
      const text = facts.texts[index];
      const block = facts.blocks[index];
      // Blocks without a word weigh nothing.
      if (label < 0 || !text || !block || text.tokenEnd === text.tokenStart) continue;
      const weight = Math.min(40, text.tokenEnd - text.tokenStart) / 40;
      this.#sum += label * weight;
      this.#weight += weight;
      const own = new Set<number>();
      visitNames(facts.elements, block.node, (word) => own.add(word));
      for (const word of own) this.#tally('own', word, publisher, label, weight);
      const above = new Set<number>();
      visitAncestors(facts, index, (word) => above.add(word));
      for (const word of above) this.#tally('above', word, publisher, label, weight);
      const said = new Set<number>();
      for (let at = text.tokenStart; at < text.tokenEnd; at = nextRead(text, at)) {
        said.add(facts.tokens.hashes[at] as number);
      }
      for (const word of said) this.#tally('text', word, publisher, label, 1);
    }
  }

  #tally(kind: Kind, word: number, publisher: string, label: number, weight: number): void {
    const counts = this.#counts[kind];
    let byPublisher = counts.get(word);
    if (!byPublisher) {
      byPublisher = new Map();
      counts.set(word, byPublisher);
    }
    let tally = byPublisher.get(publisher);
    if (!tally) {
      tally = { sum: 0, weight: 0 };
      byPublisher.set(publisher, tally);
    }
    tally.sum += label * weight;
    tally.weight += weight;
  }

  /** What the words are worth when the publishers in `without` are not counted. */
  summarize(without: (publisher: string) => boolean): WordSummary {
    const totals = {} as Record<Kind, Map<number, Total>>;
    for (const kind of KINDS) {
      const ofKind = new Map<number, Total>();
      for (const [word, byPublisher] of this.#counts[kind]) {
        if (byPublisher.size < FEWEST) continue;
        const means = new Map<string, number>();
        let sum = 0;
        for (const [publisher, tally] of byPublisher) {
          if (without(publisher)) continue;
          const mean = tally.sum / tally.weight;
          means.set(publisher, mean);
          sum += mean;
        }
        if (means.size >= FEWEST) ofKind.set(word, { sum, means });
      }
      totals[kind] = ofKind;
    }
    return new WordSummary(totals, this.#sum / this.#weight);
  }
}

interface Total {
  readonly sum: number;
  readonly means: ReadonlyMap<string, number>;
}

/** Values of words; for a publisher among the counted ones, as if it had not been. */
export class WordSummary {
  readonly #totals: Record<Kind, Map<number, Total>>;
  readonly #prior: number;

  constructor(totals: Record<Kind, Map<number, Total>>, prior: number) {
    this.#totals = totals;
    this.#prior = prior;
  }

  #value(kind: Kind, word: number, publisher: string): number {
    const total = this.#totals[kind].get(word);
    if (!total) return 0;
    const own = total.means.get(publisher);
    const count = total.means.size - (own === undefined ? 0 : 1);
    if (count < FEWEST) return 0;
    const sum = total.sum - (own ?? 0);
    const value = (sum + PRIOR_WEIGHT * this.#prior) / (count + PRIOR_WEIGHT) - this.#prior;
    // As it is shipped: a signed byte.
    return Math.round(value * 100) / 100;
  }

  valuesFor(publisher: string): WordValues {
    const of = (kind: Kind): WordValues[Kind] => ({
      valueOf: (word) => this.#value(kind, word, publisher),
    });
    return { own: of('own'), above: of('above'), text: of('text') };
  }

  /** The tables to ship: hash and value in hundredths, without words that say nothing. */
  tables(): Record<Kind, [number, number][]> {
    const tableOf = (kind: Kind): [number, number][] =>
      [...this.#totals[kind].keys()]
        .map((word): [number, number] => [word, Math.round(this.#value(kind, word, '') * 100)])
        .filter(([, value]) => value !== 0)
        .sort(([a], [b]) => a - b);
    return {
      own: tableOf('own'),
      above: tableOf('above'),
      text: tableOf('text'),
    };
  }
}
