import { claimAll, type Draft, reserveIds, saveDrafts, writeArticles } from '@nashra/articles';
import type { Db } from '@nashra/db';
import { addAddress } from '@nashra/testkit';

export interface Telling extends Partial<Draft> {
  readonly publisherId: number;
  /** At its publisher's. */
  readonly address?: string;
  /** In which it is told; a story of its own where nothing is said. */
  readonly storyId?: number;
  /** Whose next revision it is. */
  readonly revises?: number;
}

let serial = 0;

/** Writes an article as the stages do; its id. */
export async function tell(db: Db, telling: Telling): Promise<number> {
  const { publisherId, storyId, revises, ...facts } = telling;
  serial += 1;
  const address = telling.address ?? `https://press.example/news/${serial}`;
  return await db.transaction().execute(async (tx) => {
    const addressId = await addAddress(tx as Db, `${address}#${serial}`, publisherId, {
      state: 'decided',
    });
    await saveDrafts(tx, [{ addressId, address, guidKey: null, draft: draftOf(facts) }]);
    const [fresh = 0, story = 0] = await reserveIds(tx, 2);
    const articleId = revises ?? fresh;
    const decision =
      revises === undefined
        ? ({ kind: 'new', articleId, storyId: storyId ?? story, copyOf: null } as const)
        : ({ kind: 'revision', articleId } as const);
    await claimAll(tx, [{ addressId, publisherId, decision, keys: [] }]);
    await writeArticles(tx, [addressId]);
    return articleId;
  });
}

function draftOf(facts: Partial<Draft>): Draft {
  const body = facts.body ?? `صادق المجلس على ميزانية المدينة، في جلسة رقم ${serial}.`;
  return {
    title: `مجلس المدينة يصادق على الميزانية رقم ${serial}`,
    authors: [],
    html: `<p dir="auto">${body}</p>\n`,
    summary: null,
    section: null,
    tags: [],
    language: 'ar',
    publishedAt: '2026-03-01T10:00:00Z',
    publishedPrecision: 'minute',
    publishedSource: 'meta',
    modifiedAt: null,
    wordCount: body.split(/\s+/).length,
    canonical: null,
    images: [],
    extractorVersion: 'test',
    captureId: serial,
    facts: {},
    ...facts,
    body,
  };
}
