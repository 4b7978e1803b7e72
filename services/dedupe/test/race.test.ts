import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Ground, openGround } from './ground.ts';
import { invented } from './texts.ts';

const WORKERS = 8;
const PAIRS = 48;
let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground[Symbol.asyncDispose]());

it('makes one story of every pair of copies that eight workers take up at the same instant', async () => {
  const { db } = ground;
  const publishers = await Promise.all(
    Array.from({ length: WORKERS }, (_, at) => ground.publisher(`p${at}`)),
  );
  const queues: number[][] = publishers.map(() => []);
  const pairs: [number, number][] = [];
  for (let pair = 0; pair < PAIRS; pair += 1) {
    const body = invented(pair);
    const title = `${invented(10_000 + pair, 6)}`;
    const copies = [
      { title, body },
      { title, body: `${body.slice(0, Math.ceil(body.length / 2))} …` },
      { title: invented(20_000 + pair, 6), body },
    ];
    const [one, other] = [pair % WORKERS, (pair + 1 + (pair % (WORKERS - 1))) % WORKERS];
    const first = await ground.parsed(publishers[one] ?? 0, { title, body });
    const second = await ground.parsed(publishers[other] ?? 0, copies[pair % 3] ?? { title, body });
    queues[one]?.push(first);
    queues[other]?.push(second);
    pairs.push([first, second]);
  }
  const before = await deadlocks();
  // Batches of few and of many, each worker at its own.
  await Promise.all(
    queues.map(async (ids, worker) => {
      for (let at = 0; at < ids.length; at += 1 + worker)
        await ground.recognise(...ids.slice(at, at + 1 + worker));
    }),
  );
  const rows = await db.selectFrom('article').select(['address_id', 'story_id']).execute();
  const stories = new Map(rows.map((row) => [row.address_id, row.story_id]));
  const split = pairs.filter(([a, b]) => stories.get(a) !== stories.get(b));
  expect(split).toEqual([]);
  expect(new Set(stories.values()).size).toBe(PAIRS);
  expect(await deadlocks()).toBe(before);
});

async function deadlocks(): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select deadlocks as n from pg_stat_database where datname = current_database()`.execute(
    ground.db,
  );
  return rows[0]?.n ?? 0;
}
