import { openDb } from '@nashra/db';
import { addArticle, addPublisher, image, startPair, waitFor } from '@nashra/testkit';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { openGround } from './ground.ts';

it('reads on a replica, and shows who reported an image what came of it', async () => {
  await using pair = await startPair();
  await using db = openDb(pair.primary.url, { poolSize: 2, as: 'nashra_app' });
  const replica = pair.replicaDb;
  await using ground = await openGround({
    DATABASE_URL: pair.primary.url,
    DATABASE_READ_URL: pair.replica.url,
    PORTAL_HIDE_AFTER: '1',
  });
  const publisherId = await addPublisher(db, { slug: 'akhbar', name: 'أخبار' });
  const id = await addArticle(db, { publisherId, images: [image('http://127.0.0.1:1/a.png')] });
  const path = `/akhbar/${id}`;
  await waitFor(async () => (await ground.get(path)).status === 200, { what: 'the replica' });
  const [, report = ''] = /action="(\/report\/\d+)"/.exec(await ground.page(path)) ?? [];

  // What the primary alone has is on no page.
  await sql`select pg_wal_replay_pause()`.execute(replica);
  const later = await addArticle(db, { publisherId });
  expect((await ground.get(`/akhbar/${later}`)).status).toBe(404);

  // Whoever reported is answered when the replica knows.
  let isAnswered = false;
  const answered = ground.post(report).then((answer) => {
    isAnswered = true;
    return answer;
  });
  const hidden = db.selectFrom('image').select('hidden_at').where('hidden_at', 'is not', null);
  await waitFor(() => hidden.executeTakeFirst(), { what: 'the report to be committed' });
  expect(isAnswered).toBe(false);
  await sql`select pg_wal_replay_resume()`.execute(replica);
  expect((await answered).status).toBe(200);
  expect(await ground.page(path)).not.toContain('<img');
  await waitFor(async () => (await ground.get(`/akhbar/${later}`)).status === 200);
}, 60_000);
