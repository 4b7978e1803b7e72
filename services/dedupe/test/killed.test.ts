import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { openDb } from '@nashra/db';
import { waitFor } from '@nashra/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { recogniseAll } from '../src/recognise.ts';
import { type Ground, openGround, REACH } from './ground.ts';
import { BRIDGE, HARBOUR } from './texts.ts';

const NAME = 'dedupe-to-be-killed';
let ground: Ground;
beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground[Symbol.asyncDispose]());

/** A way to the database that breaks right after the client's n-th message: all that the server hears of a worker that is killed. */
async function startWire(target: string, messages: number) {
  const to = new URL(target);
  let left = messages;
  const server = createServer((client) => {
    const upstream = connect(Number(to.port), to.hostname);
    upstream.pipe(client);
    client.on('data', (chunk) => {
      left -= 1;
      if (left > 0) return void upstream.write(chunk);
      upstream.end(chunk);
      client.destroy();
    });
    upstream.on('error', () => client.destroy());
    client.on('error', () => upstream.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = new URL(target);
  url.port = String((server.address() as AddressInfo).port);
  return { url: url.href, [Symbol.asyncDispose]: async () => void server.close() };
}

it('leaves nothing or everything of a batch, wherever its worker is killed', {
  timeout: 120_000,
}, async () => {
  const { db } = ground;
  const publishers = [await ground.publisher('a'), await ground.publisher('b')];
  const pages = [
    { title: 'A bridge over the Lukkos is opened', body: BRIDGE },
    { title: 'New bridge in the north', body: `${BRIDGE.slice(0, 330)} …` },
    { title: 'The news of the day in short', body: `${HARBOUR}\n${BRIDGE}\n${HARBOUR}` },
  ];
  const ids: number[] = [];
  for (const [at, page] of pages.entries())
    ids.push(await ground.parsed(publishers[at % 2] ?? 0, page));

  const standing = async () => {
    const { rows } = await sql<{ articles: number }>`
      select (select count(*)::int from nashra.article) as articles, (select count(*)::int from nashra.story) as stories,
        (select count(*)::int from nashra.article_key) as keys, (select count(*)::int from nashra.signature) as signatures,
        (select count(*)::int from nashra.candidate_key) > 0 as "isFound",
        (select count(*)::int from nashra.draft where article_id is not null) as claimed,
        (select array_agg(distinct state) from nashra.flight) as states`.execute(db);
    return rows[0];
  };
  const isGone = async () => {
    const { rows } =
      await sql`select from pg_stat_activity where application_name = ${NAME}`.execute(
        ground.owner,
      );
    return rows.length === 0;
  };
  const nothing = await standing();
  expect(nothing).toMatchObject({ articles: 0, isFound: false, states: ['parsed'] });

  let messages = 0;
  for (let isDecided = false; !isDecided; ) {
    messages += 1;
    await using wire = await startWire(ground.url, messages);
    await using mortal = openDb(wire.url, { poolSize: 1, name: NAME, as: 'nashra_app' });
    await recogniseAll({ db: mortal, queues: ground.queues }, ids, REACH).catch(() => {});
    await waitFor(isGone, { timeoutMs: 60_000, what: 'the server to see that the worker is dead' });
    const left = await standing();
    isDecided = left?.articles !== 0;
    if (!isDecided) expect(left).toEqual(nothing);
  }
  // More than connecting takes: it was killed within the transaction many times before.
  expect(messages).toBeGreaterThan(12);
  expect(await standing()).toMatchObject({
    articles: 3,
    stories: 2,
    signatures: 3,
    isFound: true,
    claimed: 3,
    states: ['decided'],
  });
  expect(await ground.recognise(...ids)).toEqual([null, null, null]);
});
