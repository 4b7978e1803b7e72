import type { Holders, Telling } from '@nashra/articles';
import { MAX_CANDIDATES, SHARED_KEYS, type Signature } from '@nashra/similarity';

/** Of those that share keys with a text so many are looked at: those that share most. */
const MOST_SHARERS = 200;

/** Articles that share enough keys with a text, those that share most first. */
export function sharersOf(
  { keys }: Pick<Signature, 'keys'>,
  ...indices: readonly ReadonlyMap<number, readonly number[]>[]
): number[] {
  const shared = new Map<number, number>();
  for (const key of keys)
    for (const byKey of indices)
      for (const id of byKey.get(key) ?? []) shared.set(id, (shared.get(id) ?? 0) + 1);
  return [...shared]
    .filter(([, count]) => count >= SHARED_KEYS)
    .sort(([a, most], [b, more]) => more - most || a - b)
    .slice(0, MOST_SHARERS)
    .map(([id]) => id);
}

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
