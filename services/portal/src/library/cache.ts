/** What was made, by which names it is called stale, and how much room it takes. */
export interface Made<T> {
  readonly value: T;
  readonly tags: readonly string[];
  /** About how many bytes it holds. */
  readonly size: number;
}

interface Entry {
  readonly making: Promise<Made<unknown>>;
  readonly until: number;
  tags: readonly string[];
  size: number;
}

export interface CacheOptions {
  readonly maxBytes: number;
  /** What nobody calls stale is made anew after this long. */
  readonly maxAgeMs: number;
  readonly now?: () => number;
}

/** Least size of an entry: its key, its promise and its place. */
const OVERHEAD = 500;

/**
 * Keeps what was made until one of its tags is dropped, its time is over, or room is needed; what is asked for longest
 * ago goes first. Who asks for what is being made waits for it, so that a rush asks the database once.
 */
export class Cache {
  readonly #entries = new Map<string, Entry>();
  readonly #keysByTag = new Map<string, Set<string>>();
  readonly #options: CacheOptions;
  /** How many times something was dropped: what was begun before is not kept. */
  #drops = 0;
  #bytes = 0;

  constructor(options: CacheOptions) {
    this.#options = options;
  }

  async get<T>(key: string, make: () => Promise<Made<T>>): Promise<T> {
    const now = (this.#options.now ?? Date.now)();
    const known = this.#entries.get(key);
    if (known && known.until > now) {
      this.#entries.delete(key);
      this.#entries.set(key, known);
      return (await known.making).value as T;
    }
    this.#forget(key);
    const begunAt = this.#drops;
    const making = make();
    const entry: Entry = {
      making,
      until: now + this.#options.maxAgeMs,
      tags: [],
      size: OVERHEAD,
    };
    this.#entries.set(key, entry);
    this.#bytes += entry.size;
    try {
      const { value, tags, size } = await making;
      if (this.#entries.get(key) === entry) {
        if (this.#drops === begunAt) this.#hold(key, entry, tags, size);
        else this.#forget(key);
      }
      return value;
    } catch (error) {
      if (this.#entries.get(key) === entry) this.#forget(key);
      throw error;
    }
  }

  /** Forgets all that has one of these tags. */
  drop(tags: Iterable<string>): void {
    this.#drops += 1;
    for (const tag of tags) for (const key of this.#keysByTag.get(tag) ?? []) this.#forget(key);
    // What is being made has no tags yet, and may have read what was.
    for (const [key, { tags: known }] of this.#entries) if (known.length === 0) this.#forget(key);
  }

  clear(): void {
    this.#drops += 1;
    for (const key of this.#entries.keys()) this.#forget(key);
  }

  #hold(key: string, entry: Entry, tags: readonly string[], size: number): void {
    entry.tags = tags;
    entry.size += size;
    this.#bytes += size;
    for (const tag of tags) {
      const keys = this.#keysByTag.get(tag) ?? new Set();
      this.#keysByTag.set(tag, keys.add(key));
    }
    for (const oldest of this.#entries.keys()) {
      if (this.#bytes <= this.#options.maxBytes) break;
      this.#forget(oldest);
    }
  }

  #forget(key: string): void {
    const entry = this.#entries.get(key);
    if (!entry) return;
    this.#entries.delete(key);
    this.#bytes -= entry.size;
    for (const tag of entry.tags) {
      const keys = this.#keysByTag.get(tag);
      keys?.delete(key);
      if (keys?.size === 0) this.#keysByTag.delete(tag);
    }
  }
}
