import { type Holders, storyMark, type Telling } from '@nashra/articles';
import type { KeyIndex, Signature } from '@nashra/similarity';

/** The articles among which drafts of a batch look for their stories: those found, and those the batch claims itself. */
export class CandidateBook {
  readonly #index: KeyIndex;
  readonly #tellings: Map<number, Telling>;
  readonly #crowded: ReadonlySet<number>;

  constructor({ index, crowded }: Holders, tellings: ReadonlyMap<number, Telling>) {
    this.#index = index;
    this.#crowded = new Set(crowded);
    this.#tellings = new Map(tellings);
  }

  get(articleId: number): Telling | undefined {
    return this.#tellings.get(articleId);
  }

  put(telling: Telling): void {
    this.#tellings.set(telling.articleId, telling);
    const story = storyMark(telling.storyId);
    for (const key of telling.signature.keys)
      if (!this.#crowded.has(key)) this.#index.hold(key, telling.articleId, story);
  }

  /** Near enough in time to know each other, best first; `also` are those that a stronger key found. */
  candidatesFor(
    text: { readonly signature: Signature; readonly publishedAt: number },
    also: readonly number[],
    memoryMs: number,
  ): Telling[] {
    const ids = new Set([...also, ...this.#index.likely(text.signature.keys)]);
    return [...ids].flatMap((id) => {
      const telling = this.#tellings.get(id);
      return telling && Math.abs(telling.publishedAt - text.publishedAt) <= memoryMs ? telling : [];
    });
  }
}
