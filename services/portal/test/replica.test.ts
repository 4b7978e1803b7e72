import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { migrateToLatest, openDb } from '@nashra/db';
import { startPostgres } from '@nashra/stack';
import { addArticle, addPublisher, image, waitFor } from '@nashra/testkit';
import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { openGround } from './ground.ts';

/** A primary and a replica that follows its log, made as a base backup is. */
async function startPair() {
  const dir = mkdtempSync(join(tmpdir(), 'nashra-pair-'));
  await using open = new AsyncDisposableStack();
  open.defer(() => rmSync(dir, { recursive: true, force: true }));
  const primary = await startPostgres({ dataDir: join(dir, 'primary', 'data') });
  open.defer(() => primary.stop());
  await migrateToLatest(primary.url);
  const db = open.use(openDb(primary.url, { poolSize: 1 }));
  const { rows } = await sql<{
    at: string;
  }>`select current_setting('data_directory') as at`.execute(db);
  const copy = join(dirname(rows[0]?.at ?? ''), 'replica');
  open.defer(() => rmSync(copy, { recursive: true, force: true }));
  await db.connection().execute(async (one) => {
    await sql`select pg_backup_start('replica', true)`.execute(one);
    execFileSync('cp', ['-a', rows[0]?.at ?? '', copy]);
    await sql`select pg_backup_stop(false)`.execute(one);
  });
  for (const name of ['postmaster.pid', 'postmaster.opts'])
    rmSync(join(copy, name), { force: true });
  writeFileSync(join(copy, 'standby.signal'), '');
  const { port, password } = new URL(primary.url);
  const primary_conninfo = `host=127.0.0.1 port=${port} user=postgres password=${password}`;
  const replica = await startPostgres({ dataDir: copy, settings: { primary_conninfo } });
  open.defer(() => replica.stop());
  const held = open.move();
  return { primary, replica, [Symbol.asyncDispose]: () => held.disposeAsync() };
}

it('reads on a replica, and shows who reported an image what came of it', async () => {
  await using pair = await startPair();
  await using db = openDb(pair.primary.url, { poolSize: 2, as: 'nashra_app' });
  await using replica = openDb(pair.replica.url, { poolSize: 1 });
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
