import type { Db } from '@nashra/db';
import { learnMemory, type PageObservation, type PublisherMemory } from '@nashra/extract';
import type { Logger } from '@nashra/log';
import { sql } from 'kysely';

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
const PAGES_PER_WRITE = 10;
const MOST_PUBLISHERS = 500;

export function openMemoryBook(db: Db, log: Logger): MemoryBook {
  const entries = new Map<number, Entry>();

  async function entryOf(publisherId: number): Promise<Entry> {
    const known = entries.get(publisherId);
    if (known && Date.now() - known.readAt < FRESH_MS) return known;
    const memory = await readMemory(db, publisherId);
    const entry = { memory, readAt: Date.now(), pages: known?.pages ?? [] };
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
      if (entry.pages.length < PAGES_PER_WRITE) return;
      entry.memory = await writeMemory(db, publisherId, entry.pages.splice(0), log);
      entry.readAt = Date.now();
    },
  };
}

async function readMemory(db: Db, publisherId: number): Promise<PublisherMemory | undefined> {
  const row = await db
    .selectFrom('publisher_memory')
    .select('memory')
    .where('publisher_id', '=', publisherId)
    .executeTakeFirst();
  return row?.memory as PublisherMemory | undefined;
}

/** Reads, learns and writes under a row lock, so that processes add to each other's pages. */
function writeMemory(
  db: Db,
  publisherId: number,
  pages: readonly PageObservation[],
  log: Logger,
): Promise<PublisherMemory> {
  return db.transaction().execute(async (tx) => {
    const row = await tx
      .selectFrom('publisher_memory')
      .select('memory')
      .where('publisher_id', '=', publisherId)
      .forUpdate()
      .executeTakeFirst();
    const { memory, change } = learnMemory((row?.memory as PublisherMemory) ?? null, pages);
    if (change) log.warn({ publisherId, change }, 'publisher layout changed');
    const changedAt = change ? { layout_changed_at: sql<Date>`now()` } : {};
    const json = JSON.stringify(memory);
    await tx
      .insertInto('publisher_memory')
      .values({ publisher_id: publisherId, memory: json, ...changedAt })
      .onConflict((conflict) =>
        conflict
          .column('publisher_id')
          .doUpdateSet({ memory: json, updated_at: sql<Date>`now()`, ...changedAt }),
      )
      .execute();
    return memory;
  });
}
