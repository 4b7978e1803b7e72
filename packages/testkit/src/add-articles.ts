import { claimAll, type Draft, reserveIds, saveDrafts, writeArticles } from '@nashra/articles';
import type { Db } from '@nashra/db';
import { addAddress } from './add-address.ts';

let serial = 0;

export interface Telling extends Partial<Draft> {
  readonly publisherId: number;
  /** In which it is told; a story of its own where nothing is said. */
  readonly storyId?: number;
  /** Whose next revision it is. */
  readonly revises?: number;
}

export const image = (address: string, isLead = true) => ({
  address,
  isLead,
  caption: null,
  credit: null,
  alt: null,
});

/** Writes articles as the stages do, in one transaction; their ids. */
export async function addArticles(db: Db, tellings: readonly Telling[]): Promise<number[]> {
  return await db.transaction().execute(async (tx) => {
    const written: { addressId: number; articleId: number }[] = [];
    for (const { publisherId, storyId, revises, ...facts } of tellings) {
      serial += 1;
      const address = `https://a.example/${serial}`;
      const addressId = await addAddress(tx as Db, address, publisherId, { state: 'decided' });
      await saveDrafts(tx, [{ addressId, address, guidKey: null, draft: draftOf(facts) }]);
      const [fresh = 0, story = 0] = await reserveIds(tx, 2);
      const articleId = revises ?? fresh;
      const decision =
        revises === undefined
          ? ({ kind: 'new', articleId, storyId: storyId ?? story, copyOf: null } as const)
          : ({ kind: 'revision', articleId } as const);
      await claimAll(tx, [{ addressId, publisherId, decision, keys: [] }]);
      written.push({ addressId, articleId });
    }
    await writeArticles(
      tx,
      written.map(({ addressId }) => addressId),
    );
    return written.map(({ articleId }) => articleId);
  });
}

export async function addArticle(db: Db, telling: Telling): Promise<number> {
  const [id = 0] = await addArticles(db, [telling]);
  return id;
}

/** A draft of a report, each with words of its own. */
export function draftOf(facts: Partial<Draft> = {}): Draft {
  return {
    title: 'مجلس المدينة يصادق على الميزانية',
    authors: [],
    body: `والمجلس صادق على ميزانية المدينة ${serial}.`,
    html: '<p>…</p>',
    summary: null,
    section: null,
    tags: [],
    language: 'ar',
    publishedAt: '2026-03-01T10:00:00Z',
    publishedPrecision: 'minute',
    publishedSource: 'meta',
    modifiedAt: null,
    wordCount: 8,
    canonical: null,
    images: [],
    extractorVersion: 'test',
    captureId: serial,
    facts: {},
    ...facts,
  };
}
