import type { Queryable } from '@nashra/db';
import { type PublisherMemory, unpackMemory } from '@nashra/extract';
import { readMemory } from '@nashra/sources';

/** What a publisher's other pages have taught; undefined where they have taught nothing, or what this extractor cannot read. */
export async function recallMemory(
  db: Queryable,
  publisherId: number,
): Promise<PublisherMemory | undefined> {
  const learned = await readMemory(db, publisherId);
  return (learned && unpackMemory(learned)) ?? undefined;
}
