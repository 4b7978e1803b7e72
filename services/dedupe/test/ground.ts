import { type Draft, saveDrafts, writeArticles } from '@nashra/articles';
import { findAddresses } from '@nashra/ledger';
import { queues as contracts, type PipelineQueues } from '@nashra/pipeline';
import { openQueues } from '@nashra/queue';
import {
  addAddress,
  addPublisher,
  type TestDatabase,
  testDatabase,
  testRedis,
} from '@nashra/testkit';
import { recogniseAll } from '../src/recognise.ts';

export const REACH = { windowHours: 72, memoryDays: 7 };

/** What a page says. */
export interface Page {
  readonly title: string;
  readonly body: string;
  readonly publishedAt?: string;
  readonly guidKey?: Buffer;
  readonly authors?: string[];
  readonly images?: Draft['images'];
  /** 'en' where it is absent. */
  readonly language?: string;
}

export interface Ground extends AsyncDisposable {
  /** Of the database. */
  readonly url: string;
  readonly db: TestDatabase['db'];
  readonly owner: TestDatabase['owner'];
  readonly queues: PipelineQueues;
  publisher(slug: string): Promise<number>;
  /** Puts a page at an address of its own where parse would have put it; the address's id. */
  parsed(publisherId: number, page: Page): Promise<number>;
  saveDraft(addressId: number, page: Page): Promise<void>;
  recognise(...addressIds: number[]): ReturnType<typeof recogniseAll>;
  /** Recognises and writes; the articles' ids and stories, in order. */
  publish(...addressIds: number[]): Promise<{ id: number; storyId: number }[]>;
  storyOf(articleId: number): Promise<number>;
}

/** The stage without its service, on a database of its own. */
export async function openGround(): Promise<Ground> {
  const database = await testDatabase({ poolSize: 16 });
  const redis = testRedis();
  const queues = openQueues(contracts, { redisUrl: redis.url, prefix: redis.prefix });
  const { db } = database;
  let serial = 0;
  const ground: Omit<Ground, typeof Symbol.asyncDispose> = {
    url: database.url,
    db,
    owner: database.owner,
    queues,
    publisher: (slug) => addPublisher(db, { slug, time_zone: 'UTC' }),
    async parsed(publisherId, page) {
      serial += 1;
      const address = `https://p${publisherId}.example/${serial}`;
      const id = await addAddress(db, address, publisherId, { state: 'parsed' });
      await ground.saveDraft(id, page);
      return id;
    },
    async saveDraft(addressId, { guidKey = null, publishedAt = null, ...page }) {
      const draft = {
        authors: [],
        html: '',
        summary: null,
        section: null,
        tags: [],
        language: 'en',
        publishedAt,
        publishedPrecision: publishedAt === null ? null : ('second' as const),
        publishedSource: publishedAt === null ? null : 'meta',
        modifiedAt: null,
        wordCount: page.body.split(' ').length,
        canonical: null,
        images: [],
        extractorVersion: 'test',
        captureId: 1,
        facts: {},
        ...page,
      };
      const [row] = await findAddresses(db, { ids: [addressId] });
      await saveDrafts(db, [{ addressId, address: row?.address ?? '', guidKey, draft }]);
    },
    recognise: (...ids) => recogniseAll({ db, queues }, ids, REACH),
    async publish(...ids) {
      await ground.recognise(...ids);
      await db.transaction().execute((tx) => writeArticles(tx, ids));
      const rows = await db
        .selectFrom('article')
        .select(['id', 'story_id as storyId', 'address_id'])
        .where('address_id', 'in', ids)
        .execute();
      return ids.map((id) => {
        const row = rows.find((it) => it.address_id === id);
        if (!row) throw new Error(`address ${id} has no article`);
        return { id: row.id, storyId: row.storyId };
      });
    },
    async storyOf(articleId) {
      const { story_id } = await db
        .selectFrom('article')
        .select('story_id')
        .where('id', '=', articleId)
        .executeTakeFirstOrThrow();
      return story_id;
    },
  };
  return {
    ...ground,
    async [Symbol.asyncDispose]() {
      await queues[Symbol.asyncDispose]();
      await redis.clear();
      await database.drop();
    },
  };
}
