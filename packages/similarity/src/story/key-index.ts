/** Keys that two texts must share to be compared. */
const SHARED_KEYS = 2;
/** A copy shares this part of a text's keys, and more. */
const SHARE = 1 / 8;
/**
 * What stands somewhere in the other text shares keys that hardly another story has: each counts as one divided by the stories
 * that hold it. Less than this is furniture, or chance (see docs/choices/0066).
 */
const RARE = 0.5;
/** So many texts are compared with one at the most, and so many of them of one story. */
const MOST_LIKELY = 24;
const MOST_OF_A_STORY = 6;

/** Who holds a key: articles, and beside each the story in which it is told. */
interface Held {
  readonly ids: number[];
  readonly stories: number[];
  /** Stories among them; 0 until they are counted. */
  distinct: number;
}

interface Sharer {
  readonly id: number;
  readonly story: number;
  keys: number;
  rarity: number;
}

export interface Likely {
  /** Texts with ids below this alone. */
  readonly before: number;
  /** Texts that may be held as well by the time of the comparison: one may be a copy of them, too. */
  readonly coming: KeyIndex;
}

/** Texts by the candidate keys that they hold. */
export class KeyIndex {
  readonly #byKey = new Map<number, Held>();

  /** Notes a text that holds a key, and its story. */
  hold(key: number, id: number, story: number): void {
    const held = this.#byKey.get(key);
    if (held) {
      held.ids.push(id);
      held.stories.push(story);
      held.distinct = 0;
    } else this.#byKey.set(key, { ids: [id], stories: [story], distinct: 1 });
  }

  /** How many texts hold a key. */
  count(key: number): number {
    return this.#byKey.get(key)?.ids.length ?? 0;
  }

  /** Forgets a key, by which texts are found no more until it is held again. */
  drop(key: number): void {
    this.#byKey.delete(key);
  }

  /**
   * The texts to compare with one that has these keys, best first: those that may be matches, and where one may be a copy, others that
   * share most, since they tell what is said in other stories too. None where nothing that is shared tells anything.
   */
  likely(keys: Int32Array, { before = Infinity, coming }: Partial<Likely> = {}): number[] {
    const least = SHARE * keys.length;
    const sharers = this.#sharersOf(keys, before).sort((a, b) => b.keys - a.keys || a.id - b.id);
    const matches = sharers.filter((it) => it.keys >= least || it.rarity >= RARE);
    const others = coming ? coming.#sharersOf(keys, before) : [];
    const isCopied = [...matches, ...others].some((it) => it.keys >= least);
    const told = new Set(isCopied ? [...matches, ...sharers] : matches);
    const ofStory = new Map<number, number>();
    const likely: number[] = [];
    for (const { id, story } of told) {
      const taken = ofStory.get(story) ?? 0;
      if (taken === MOST_OF_A_STORY) continue;
      ofStory.set(story, taken + 1);
      if (likely.push(id) === MOST_LIKELY) break;
    }
    return likely;
  }

  #sharersOf(keys: Int32Array, before: number): Sharer[] {
    const sharers = new Map<number, Sharer>();
    for (const key of keys) {
      const held = this.#byKey.get(key);
      if (!held) continue;
      const { ids, stories } = held;
      held.distinct ||= new Set(stories).size;
      const rarity = 1 / held.distinct;
      for (let at = 0; at < ids.length; at++) {
        const id = ids[at] as number;
        if (id >= before) continue;
        const sharer = sharers.get(id);
        if (sharer) {
          sharer.keys++;
          sharer.rarity += rarity;
        } else sharers.set(id, { id, story: stories[at] as number, keys: 1, rarity });
      }
    }
    return [...sharers.values()].filter((it) => it.keys >= SHARED_KEYS);
  }
}
