import { createHash } from 'node:crypto';
import { type Draft, saveDrafts } from '@nashra/articles';
import type { Db } from '@nashra/db';
import { begin, move } from '@nashra/ledger';
import { stageOf, WAITING } from '@nashra/pipeline';
import { catalogSchema, findPublisher, loadCatalog } from '@nashra/sources';

/** What a page says and who published it. */
export interface Document {
  id: string;
  lang: string;
  source: string;
  title: string;
  body: string;
  publishedAt: string;
  authors?: readonly string[];
}

/** Enters those who published documents; their ids by name. */
export async function enterPublishers(
  db: Db,
  documents: readonly Document[],
): Promise<ReadonlyMap<string, number>> {
  const names = [...new Set(documents.map(({ source }) => source))];
  const catalog = names.map((name, at) => ({
    slug: `p${at}`,
    name: name || 'unnamed',
    timeZone: 'UTC',
    feeds: [{ address: `https://p${at}.example/feed` }],
  }));
  await loadCatalog(db, catalogSchema.parse(catalog));
  const ids = new Map<string, number>();
  for (const [at, name] of names.entries())
    ids.set(name, (await findPublisher(db, `p${at}`))?.id ?? Number.NaN);
  return ids;
}

/** Puts documents where parse puts its drafts; the ids of their addresses, in their order. */
export async function enterDrafts(
  db: Db,
  documents: readonly Document[],
  publishers: ReadonlyMap<string, number>,
): Promise<number[]> {
  const ids = await beginAll(db, documents, publishers);
  await saveAll(db, documents, ids, publishers);
  return ids;
}

/** Enters the addresses of documents; their ids, in their order. */
export async function beginAll(
  db: Db,
  documents: readonly Document[],
  publishers: ReadonlyMap<string, number>,
): Promise<number[]> {
  return await db.transaction().execute(async (tx) => {
    const ids: number[] = [];
    for (const document of documents) {
      const publisherId = publishers.get(document.source) ?? Number.NaN;
      const address = addressOf(document, publisherId);
      // One by one: ids keep the order of the documents.
      const [begun] = await begin(tx, [{ address, publisherId, kind: 'article' }], {
        waiting: WAITING,
      });
      if (!begun) throw new RangeError(`document ${document.id} is there twice`);
      ids.push(begun.id);
    }
    return ids;
  });
}

/** Keeps the drafts of documents whose addresses are entered, as parse does. */
export async function saveAll(
  db: Db,
  documents: readonly Document[],
  addressIds: readonly number[],
  publishers: ReadonlyMap<string, number>,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const drafts = documents.map((document, at) => ({
      addressId: addressIds[at] ?? Number.NaN,
      address: addressOf(document, publishers.get(document.source) ?? Number.NaN),
      guidKey: null,
      draft: draftOf(document),
    }));
    await saveDrafts(tx, drafts);
    const rows = drafts.map(({ addressId }) => ({ id: addressId }));
    await move(tx, { from: [WAITING], to: { at: stageOf('dedupe').takes }, rows });
  });
}

function addressOf({ id }: Document, publisherId: number): string {
  const name = createHash('sha256').update(id).digest('hex').slice(0, 16);
  return `https://p${publisherId}.example/${name}`;
}

function draftOf({ title, body, lang, publishedAt, authors = [] }: Document): Draft {
  return {
    title: title || '–',
    authors: [...authors],
    body,
    html: '',
    summary: null,
    section: null,
    tags: [],
    language: lang,
    publishedAt: new Date(publishedAt).toISOString(),
    publishedPrecision: 'second',
    publishedSource: 'meta',
    modifiedAt: null,
    wordCount: body.split(/\s+/).length,
    canonical: null,
    images: [],
    extractorVersion: 'bench',
    captureId: 1,
    facts: {},
  };
}
