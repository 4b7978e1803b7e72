import { createHash } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Draft, loadTellings, saveDrafts } from '@nashra/articles';
import { type Db, migrateToLatest, openDb } from '@nashra/db';
import { begin, findAddresses, inFlightOf, move } from '@nashra/ledger';
import { queues as contracts, type PipelineQueues, stageOf, WAITING } from '@nashra/pipeline';
import { openQueues } from '@nashra/queue';
import { catalogSchema, findPublisher, loadCatalog } from '@nashra/sources';
import { loadService, startPostgres, startRedis } from '@nashra/stack';

interface Document {
  id: string;
  lang: string;
  source: string;
  title: string;
  body: string;
  publishedAt: string;
}

interface Assigned {
  id: string;
  clusterId: number;
}

/** Documents given to the stage at a time, as it takes them. */
const TOGETHER = 50;
const MAX_WAIT_MS = 60_000;
const { takes } = stageOf('dedupe');

/** The stories of documents that come in this order, through the real stage on servers of its own; the scorers' form. */
export default async function stories(
  documents: readonly Document[],
  { concurrency = TOGETHER }: { concurrency?: number } = {},
): Promise<Assigned[]> {
  await using open = new AsyncDisposableStack();
  const dir = mkdtempSync(join(tmpdir(), 'nashra-stories-'));
  // Postgres never runs as root: its own user has to get in.
  chmodSync(dir, 0o755);
  open.defer(() => rmSync(dir, { recursive: true, force: true }));
  const postgres = await startPostgres({ dataDir: join(dir, 'postgres'), fsync: false });
  open.defer(() => postgres.stop());
  const redis = await startRedis({ dataDir: join(dir, 'redis'), persist: false });
  open.defer(() => redis.stop());
  await migrateToLatest(postgres.url);
  const db = open.use(openDb(postgres.url, { poolSize: 2 }));
  const queues = open.use(openQueues(contracts, { redisUrl: redis.url, prefix: 'nashra' }));
  const publishers = await enterPublishers(db, documents);
  const start = await loadService('dedupe');
  const env = { DATABASE_URL: postgres.url, REDIS_URL: redis.url, LOG_LEVEL: 'warn' };
  open.use(await start({ ...env, DEDUPE_CONCURRENCY: String(concurrency) }));
  const addressIds: number[] = [];
  for (let at = 0; at < documents.length; at += concurrency) {
    const some = documents.slice(at, at + concurrency);
    addressIds.push(...(await tell(db, queues, some, publishers)));
  }
  return await storiesOf(db, documents, addressIds);
}

async function enterPublishers(
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

/** Puts documents where parse puts its drafts, and waits until the stage has decided. */
async function tell(
  db: Db,
  queues: PipelineQueues,
  documents: readonly Document[],
  publishers: ReadonlyMap<string, number>,
): Promise<number[]> {
  const ids = await db.transaction().execute(async (tx) => {
    const drafts: Parameters<typeof saveDrafts>[1][number][] = [];
    for (const document of documents) {
      const publisherId = publishers.get(document.source) ?? Number.NaN;
      const name = createHash('sha256').update(document.id).digest('hex').slice(0, 16);
      const address = `https://p${publisherId}.example/${name}`;
      // One by one: ids keep the order of the documents.
      const [begun] = await begin(tx, [{ address, publisherId, kind: 'article' }], {
        waiting: WAITING,
      });
      if (!begun) throw new RangeError(`document ${document.id} is there twice`);
      drafts.push({ addressId: begun.id, address, guidKey: null, draft: draftOf(document) });
    }
    await saveDrafts(tx, drafts);
    const rows = drafts.map(({ addressId }) => ({ id: addressId }));
    await move(tx, { from: [WAITING], to: { at: takes }, rows });
    return drafts.map(({ addressId }) => addressId);
  });
  for (const addressId of ids) await queues.push('dedupe', { addressId });
  const until = Date.now() + MAX_WAIT_MS;
  while ((await inFlightOf(db, ids, takes)).size > 0) {
    if (Date.now() > until) throw new Error('the stage does not decide');
    await sleep(5);
  }
  return ids;
}

function draftOf({ title, body, lang, publishedAt }: Document): Draft {
  return {
    title: title || '–',
    authors: [],
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

async function storiesOf(
  db: Db,
  documents: readonly Document[],
  addressIds: readonly number[],
): Promise<Assigned[]> {
  const { gives } = stageOf('dedupe');
  const assigned: Assigned[] = [];
  for (let at = 0; at < documents.length; at += TOGETHER) {
    const ids = addressIds.slice(at, at + TOGETHER);
    const found = await findAddresses(db, { ids });
    const articles = new Map(found.map(({ id, articleId }) => [id, articleId]));
    const tellings = await loadTellings(
      db,
      found.flatMap(({ articleId }) => articleId ?? []),
    );
    for (const [place, id] of ids.entries()) {
      const storyId = tellings.get(articles.get(id) ?? Number.NaN)?.storyId;
      const name = documents[at + place]?.id ?? '';
      if (storyId === undefined) throw new Error(`document ${name} is not ${gives}`);
      assigned.push({ id: name, clusterId: storyId });
    }
  }
  return assigned;
}
