import { createRequire } from 'node:module';

/** The table as it is stored: arrays in base64, made by `train/ngrams.ts`. */
export interface StoredNgrams {
  readonly seed: number;
  /** BCP 47 tags, apart by spaces. */
  readonly languages: string;
  /** What a sure text scores in each language, in thousandths, apart by spaces. */
  readonly typical: string;
  /** Hashes of the n-grams, rising (32 bits each, unsigned). */
  readonly hashes: string;
  /** How many languages each n-gram speaks for, then which and by how much (8 bits each). */
  readonly counts: string;
  readonly speaksFor: string;
  readonly weights: string;
}

const BUCKET_BITS = 16;

function bytesOf(base64: string): Uint8Array {
  // A copy, because small buffers share a pool that is aligned to nothing.
  return new Uint8Array(Buffer.from(base64, 'base64'));
}

/** Which languages n-grams speak for. */
export class NgramTable {
  readonly seed: number;
  readonly languages: readonly string[];
  /** From 0 to 1, by language. */
  readonly typical: readonly number[];
  readonly #hashes: Uint32Array;
  readonly #starts: Uint32Array;
  readonly #speaksFor: Uint8Array;
  readonly #weights: Uint8Array;
  /** Where the hashes begin that have the same first bits. */
  readonly #buckets = new Uint32Array((1 << BUCKET_BITS) + 1);

  constructor(stored: StoredNgrams) {
    this.seed = stored.seed;
    this.languages = stored.languages.split(' ');
    this.typical = stored.typical.split(' ').map((thousandths) => Number(thousandths) / 1000);
    this.#hashes = new Uint32Array(bytesOf(stored.hashes).buffer);
    this.#speaksFor = bytesOf(stored.speaksFor);
    this.#weights = bytesOf(stored.weights);
    const counts = bytesOf(stored.counts);
    this.#starts = new Uint32Array(counts.length + 1);
    for (let at = 0; at < counts.length; at++) {
      this.#starts[at + 1] = (this.#starts[at] as number) + (counts[at] as number);
      const bucket = (this.#hashes[at] as number) >>> (32 - BUCKET_BITS);
      this.#buckets[bucket + 1] = at + 1;
    }
    for (let bucket = 1; bucket < this.#buckets.length; bucket++) {
      if (this.#buckets[bucket] === 0) this.#buckets[bucket] = this.#buckets[bucket - 1] as number;
    }
  }

  /** Adds to the scores of the languages what an n-gram says for them, and `base` for each. */
  addTo(scores: Float64Array, ngram: number, base: number): void {
    const hash = ngram >>> 0;
    const bucket = hash >>> (32 - BUCKET_BITS);
    const end = this.#buckets[bucket + 1] as number;
    let at = this.#buckets[bucket] as number;
    while (at < end && (this.#hashes[at] as number) < hash) at++;
    if (at === end || this.#hashes[at] !== hash) return;
    const to = this.#starts[at + 1] as number;
    for (let place = this.#starts[at] as number; place < to; place++) {
      const language = this.#speaksFor[place] as number;
      scores[language] = (scores[language] as number) + (this.#weights[place] as number) + base;
    }
  }
}

let table: NgramTable | undefined;

/** The table, read when a text first needs it: most are told by their words. */
export function ngramTable(): NgramTable {
  table ??= new NgramTable(createRequire(import.meta.url)('./ngrams.weights.json') as StoredNgrams);
  return table;
}
