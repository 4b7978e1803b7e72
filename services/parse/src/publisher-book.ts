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
  const known = new Map<
    number,
    { readonly publisher: Promise<Publisher>; readonly readAt: number }
  >();
  async function ask(id: number): Promise<Publisher> {
    const publisher = await readPublisher(db, id);
    if (!publisher) throw new Error(`no publisher ${id}`);
    return publisher;
  }
  return {
    async read(id) {
      const entry = known.get(id);
      if (entry && now() - entry.readAt < FRESH_MS) return await entry.publisher;
      const publisher = ask(id);
      known.delete(id);
      // Whoever asks meanwhile waits for the same answer.
      known.set(id, { publisher, readAt: now() });
      publisher.catch(() => known.delete(id));
      const oldest = known.keys().next().value;
      if (known.size > MOST_PUBLISHERS && oldest !== undefined) known.delete(oldest);
      return await publisher;
    },
  };
}
