import { claimAll, reserveIds, writeArticles } from '@nashra/articles';
import type { Db } from '@nashra/db';
import { type Document, enterDrafts } from '../dedupe/drafts.ts';

const TOGETHER = 50;

/** Writes each document as an article of its own, whatever it is like: search has to find all that answers. */
export async function writeAll(
  db: Db,
  documents: readonly Document[],
  publishers: ReadonlyMap<string, number>,
): Promise<Map<number, string>> {
  const names = new Map<number, string>();
  for (let at = 0; at < documents.length; at += TOGETHER) {
    const some = documents.slice(at, at + TOGETHER);
    const addressIds = await enterDrafts(db, some, publishers);
    const ids = await reserveIds(db, some.length * 2);
    const claims = some.map((document, place) => {
      const [articleId = 0, storyId = 0] = ids.slice(place * 2);
      names.set(articleId, document.id);
      const publisherId = publishers.get(document.source) ?? 0;
      const decision = { kind: 'new', articleId, storyId, copyOf: null } as const;
      return { addressId: addressIds[place] ?? 0, publisherId, decision, keys: [] };
    });
    await db.transaction().execute(async (tx) => {
      await claimAll(tx, claims);
      await writeArticles(tx, addressIds);
    });
  }
  return names;
}
