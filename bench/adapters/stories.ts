import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadTellings } from '@nashra/articles';
import { type Db, migrateToLatest, openDb } from '@nashra/db';
import { findAddresses, inFlightOf } from '@nashra/ledger';
import { queues as contracts, type PipelineQueues, stageOf } from '@nashra/pipeline';
import { openQueues } from '@nashra/queue';
import { loadService, startPostgres, startRedis } from '@nashra/stack';
import { type Document, enterDrafts, enterPublishers } from '../dedupe/drafts.ts';

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

/** Puts documents where parse puts its drafts, and waits until the stage has decided. */
async function tell(
  db: Db,
  queues: PipelineQueues,
  documents: readonly Document[],
  publishers: ReadonlyMap<string, number>,
): Promise<number[]> {
  const ids = await enterDrafts(db, documents, publishers);
  for (const addressId of ids) await queues.push('dedupe', { addressId });
  const until = Date.now() + MAX_WAIT_MS;
  while ((await inFlightOf(db, ids, takes)).size > 0) {
    if (Date.now() > until) throw new Error('the stage does not decide');
    await sleep(5);
  }
  return ids;
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
