import { queues as contracts, stepRun } from '@nashra/pipeline';
import { openQueues } from '@nashra/queue';
import { keepDoing } from '@nashra/service';
import {
  addAddress,
  addArticles,
  addFeed,
  addPublisher,
  image,
  testDatabase,
  testRedis,
} from '@nashra/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runNashra } from './run-nashra.ts';

/** Who a terminal is: what its login of the database may. */
const LOGINS = ['nashra_reader', 'nashra_ops', 'nashra_app'] as const;
type Login = (typeof LOGINS)[number];

const database = await testDatabase();
const redis = testRedis();
const urls = {} as Record<Login, string>;
const names: string[] = [];
const FEED = 'https://sahifa.example/feed';
const SECOND = 'https://sahifa.example/second';
let address = 0;
let stories: readonly number[] = [];
let picture = 0;
let articles: readonly number[] = [];

beforeAll(async () => {
  const { db, owner } = database;
  const publisherId = await addPublisher(db, { slug: 'sahifa' });
  await addFeed(db, FEED, publisherId);
  address = await addAddress(db, 'https://sahifa.example/1', publisherId, {
    state: 'dropped',
    reason: 'http_403',
  });
  const reported = image('https://sahifa.example/1.jpg');
  await addFeed(db, SECOND, publisherId);
  articles = await addArticles(db, [
    { publisherId, title: 'One', images: [reported] },
    { publisherId, title: 'Two' },
  ]);
  const { rows: told } = await sql<{ story: number }>`
    select story_id as story from nashra.article order by id`.execute(db);
  stories = told.map(({ story }) => story);
  const { rows: pictures } = await sql<{ id: number }>`select id from nashra.image`.execute(db);
  picture = pictures[0]?.id ?? 0;
  for (const role of LOGINS) {
    const name = `${new URL(database.url).pathname.slice(1)}_${role}`;
    names.push(name);
    await sql`create role ${sql.id(name)} login password 'a password' in role ${sql.id(role)}`.execute(
      owner,
    );
    const url = new URL(database.url);
    Object.assign(url, { username: name, password: 'a password' });
    urls[role] = url.href;
  }
});
const queues = openQueues(contracts, { redisUrl: redis.url, prefix: redis.prefix });
/** As the scheduler does: who may only ask waits for it. */
const stepping = keepDoing(async () =>
  (await stepRun({ db: database.db, queues })) === 'idle' ? 100 : 0,
);
afterAll(async () => {
  await stepping[Symbol.asyncDispose]();
  await queues[Symbol.asyncDispose]();
  for (const name of names) await sql`drop role ${sql.id(name)}`.execute(database.owner);
  await redis.clear();
  await database.drop();
});

const nashra = (login: Login, args: readonly string[]) =>
  runNashra(args, { DATABASE_URL: urls[login], REDIS_URL: redis.url, NASHRA_PREFIX: redis.prefix });

const WHY = ['--because', 'to see who may'];
/** Every verb that acts, with the least login that may. */
const VERBS: readonly (readonly [Login, () => readonly string[]])[] = [
  ['nashra_ops', () => ['sources', 'pause', FEED]],
  ['nashra_ops', () => ['sources', 'resume', FEED]],
  ['nashra_ops', () => ['sources', 'poll', FEED]],
  ['nashra_ops', () => ['guard', 'hold', 'sahifa', ...WHY]],
  ['nashra_ops', () => ['desk', 'take-down', '--author', 'Nora', ...WHY]],
  ['nashra_ops', () => ['users', 'add', 'amina']],
  ['nashra_ops', () => ['users', 'remove', 'amina']],
  ['nashra_app', () => ['sources', 'set', FEED, '--address', 'https://sahifa.example/rss']],
  ['nashra_app', () => ['sources', 'add', 'https://b.example/feed', '--no-check']],
  ['nashra_app', () => ['sources', 'remove', SECOND]],
  ['nashra_app', () => ['images', 'hide', `${picture}`, ...WHY]],
  ['nashra_app', () => ['dedupe', 'merge', `${stories[0]}`, `${stories[1]}`, ...WHY]],
  ['nashra_app', () => ['dedupe', 'split', `${articles[0]}`, ...WHY]],
  ['nashra_app', () => ['remove', `${articles[1]}`, ...WHY]],
  ['nashra_app', () => ['replay', '--state', 'dropped', '--yes', ...WHY]],
  ['nashra_ops', () => ['retry', 'host:sahifa.example', '--yes', ...WHY]],
  ['nashra_ops', () => ['discard', 'host:sahifa.example', '--yes', ...WHY]],
  ['nashra_ops', () => ['reextract', 'publisher:sahifa', '--yes', ...WHY]],
];

async function rows(): Promise<string> {
  const { rows: counts } = await sql<{ text: string }>`
    select concat_ws(' ', (select count(*) from nashra.audit), (select count(*) from nashra.flight),
      (select count(*) from nashra.feed), (select count(*) from nashra.bulk_run), (select state from nashra.feed limit 1)) as text`.execute(
    database.db,
  );
  return counts[0]?.text ?? '';
}

it.each(LOGINS)(
  'lets a login of %s do at the terminal what its role may, and nothing else',
  async (login) => {
    for (const [least, words] of VERBS) {
      const args = words();
      const before = await rows();
      const { code, err } = await nashra(login, args);
      const may = LOGINS.indexOf(login) >= LOGINS.indexOf(least);
      const isRefused = /may not do this/.test(err);
      expect([args.join(' '), isRefused, err]).toEqual([
        args.join(' '),
        !may,
        may ? expect.any(String) : err,
      ]);
      if (may) continue;
      expect(code).not.toBe(0);
      expect([args.join(' '), await rows()]).toEqual([args.join(' '), before]);
    }
  },
  120_000,
);

it('lets who may look look', async () => {
  for (const args of [['failures'], ['runs'], ['audit'], ['show', `${address}`]])
    expect([args, (await nashra('nashra_ops', args)).code]).toEqual([args, 0]);
});
