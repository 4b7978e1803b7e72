import type { Db } from '@nashra/db';
import {
  learnMemory,
  type PageObservation,
  type PublisherMemory,
  packMemory,
  unpackMemory,
} from '@nashra/extract';
import type { Logger } from '@nashra/log';
import { recallMemory } from '@nashra/reading';
import { updateMemory } from '@nashra/sources';

/** What the extractor has learned of each publisher, shared by all parse processes. */
export interface MemoryBook {
  recall(publisherId: number): Promise<PublisherMemory | undefined>;
  /** Learns from a page; written down with others of its publisher. */
  note(publisherId: number, page: PageObservation): Promise<void>;
}

interface Entry {
  memory: PublisherMemory | undefined;
  readAt: number;
  pages: PageObservation[];
}

const FRESH_MS = 60_000;
/** What has seen few pages is written down after some; what has seen many is hardly changed by them. */
const PAGES_PER_WRITE = { young: 10, old: 40 };
const YOUNG_PAGES = 40;
const MOST_PUBLISHERS = 500;

export function openMemoryBook(db: Db, log: Logger): MemoryBook {
  const entries = new Map<number, Entry>();

  const asked = new Map<number, Promise<Entry>>();

  /** Whoever asks while it is read waits for the same answer: many pages of a publisher come at once. */
  function entryOf(publisherId: number): Promise<Entry> | Entry {
    const known = entries.get(publisherId);
    if (known && Date.now() - known.readAt < FRESH_MS) return known;
    const under = asked.get(publisherId);
    if (under) return under;
    const asking = ask(publisherId).finally(() => asked.delete(publisherId));
    asked.set(publisherId, asking);
    return asking;
  }

  async function ask(publisherId: number): Promise<Entry> {
    const memory = await recallMemory(db, publisherId);
    const pages = entries.get(publisherId)?.pages ?? [];
    const entry = { memory, readAt: Date.now(), pages };
    entries.delete(publisherId);
    entries.set(publisherId, entry);
    const oldest = entries.keys().next().value;
    // What the oldest entry has not written yet is a handful of pages: other pages teach the same.
    if (entries.size > MOST_PUBLISHERS && oldest !== undefined) entries.delete(oldest);
    return entry;
  }

  return {
    recall: async (publisherId) => (await entryOf(publisherId)).memory,
    async note(publisherId, page) {
      const entry = await entryOf(publisherId);
      entry.pages.push(page);
      const isYoung = (entry.memory?.pages ?? 0) < YOUNG_PAGES;
      if (entry.pages.length < PAGES_PER_WRITE[isYoung ? 'young' : 'old']) return;
      const pages = entry.pages.splice(0);
      await updateMemory(db, publisherId, (known) => {
        const { memory, change } = learnMemory(known && unpackMemory(known), pages);
        if (change) log.warn({ publisherId, change }, 'publisher layout changed');
        entry.memory = memory;
        return { learned: packMemory(memory), layoutChanged: change !== null };
      });
      entry.readAt = Date.now();
    },
  };
}
