import type { Db } from '@nashra/db';
import { type Publisher, readPublisher } from '@nashra/sources';

/** What is said of publishers, remembered for a while: every page asks, and it hardly ever changes. */
export interface PublisherBook {
  /** Throws for one who is not there. */
  read(id: number): Promise<Publisher>;
}

const FRESH_MS = 10_000;
const MOST_PUBLISHERS = 5_000;

export function openPublisherBook(db: Db, now: () => number = Date.now): PublisherBook {
  const known = new Map<number, { readonly publisher: Publisher; readonly readAt: number }>();
  return {
    async read(id) {
      const entry = known.get(id);
      if (entry && now() - entry.readAt < FRESH_MS) return entry.publisher;
      const publisher = await readPublisher(db, id);
      if (!publisher) throw new Error(`no publisher ${id}`);
      known.delete(id);
      known.set(id, { publisher, readAt: now() });
      const oldest = known.keys().next().value;
      if (known.size > MOST_PUBLISHERS && oldest !== undefined) known.delete(oldest);
      return publisher;
    },
  };
}
