import type { Holders, Telling } from '@nashra/articles';
import { MAX_CANDIDATES, type Signature, sharersOf } from '@nashra/similarity';

/** The articles among which drafts of a batch look for their stories: those found, and those the batch claims itself. */
export class CandidateBook {
  readonly #found: ReadonlyMap<number, readonly number[]>;
  readonly #claimed = new Map<number, number[]>();
  readonly #tellings: Map<number, Telling>;
  readonly #crowded: ReadonlySet<number>;

  constructor({ byKey, crowded }: Holders, tellings: ReadonlyMap<number, Telling>) {
    this.#found = byKey;
    this.#crowded = new Set(crowded);
    this.#tellings = new Map(tellings);
  }

  get(articleId: number): Telling | undefined {
    return this.#tellings.get(articleId);
  }

  put(telling: Telling): void {
    this.#tellings.set(telling.articleId, telling);
    for (const key of telling.signature.keys) {
      if (this.#crowded.has(key)) continue;
      const held = this.#claimed.get(key);
      if (held) held.push(telling.articleId);
      else this.#claimed.set(key, [telling.articleId]);
    }
  }

  /** Near enough in time to know each other, best first; `also` are those that a stronger key found. */
  candidatesFor(
    text: { readonly signature: Signature; readonly publishedAt: number },
    also: readonly number[],
    memoryMs: number,
  ): Telling[] {
    const ids = new Set([...also, ...sharersOf(text.signature, this.#found, this.#claimed)]);
    const near: Telling[] = [];
    for (const id of ids) {
      const telling = this.#tellings.get(id);
      if (telling && Math.abs(telling.publishedAt - text.publishedAt) <= memoryMs)
        near.push(telling);
      if (near.length === MAX_CANDIDATES) break;
    }
    return near;
  }
}
