import { addTo, ceilingOf, floorOf, NO_SPREAD, type Spread } from './spread.ts';

/** A part of the site, as the films, the briefs or the long reads, with the lengths that are usual there. */
export interface Shelf {
  readonly name: string;
  /** Of articles: the logarithm of their words. */
  readonly words: Spread;
  /** When its latest page came. */
  readonly at: number;
}

const MOST_SHELVES = 16;
/** Articles that a shelf is known by. */
const KNOWN = 20;
/** As long as this after pages as ever, other ones are a thing of the editors; later they are all that the site has left. */
const BESIDE_MS = 2 * 86_400_000;

/**
 * Whether lengths like this are usual among all pages: half the usual length is news; of a quarter, where all are alike, it is not read;
 * of thrice and more, others are read with it.
 */
export function isUsualLength(words: Spread, size: number): boolean {
  if (words.n < KNOWN) return true;
  return size >= floorOf(words, 2, 1.2) && size <= ceilingOf(words, 3, 1.2);
}

/** Whether pages of known shelves, as long as they ever were, come beside those of another kind. */
export function goOn(shelves: readonly Shelf[], at: number): boolean {
  return shelves.some((it) => it.words.n >= KNOWN && at - it.at < BESIDE_MS);
}

/** Whether an article is as long as those of its shelf are: null where nobody can say, since the shelf is new among known ones. */
export function fitsShelf(
  shelves: readonly Shelf[],
  name: string,
  { size, at }: { readonly size: number; readonly at: number },
): boolean | null {
  const own = shelves.find((it) => it.name === name);
  if (own && own.words.n >= KNOWN) return isUsualLength(own.words, size);
  return goOn(shelves, at) ? null : false;
}

/** Puts an article on its shelf; the shelf that was used longest ago makes place. */
export function shelve(
  shelves: readonly Shelf[],
  name: string,
  { size, at }: { readonly size: number; readonly at: number },
): readonly Shelf[] {
  const own = shelves.find((it) => it.name === name);
  const rest = shelves.filter((it) => it.name !== name);
  const words = addTo(own?.words ?? NO_SPREAD, size);
  return [{ name, words, at }, ...rest].slice(0, MOST_SHELVES);
}
