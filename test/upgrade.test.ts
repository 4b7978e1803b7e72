import { countArticles } from '@nashra/articles';
import { readCaptures } from '@nashra/captures';
import { instantOfId, migrateToLatest, migrations } from '@nashra/db';
import { findAddresses, journalOf } from '@nashra/ledger';
import { listQuarantine, readLedger } from '@nashra/pipeline';
import { listSources } from '@nashra/sources';
import { type TestDatabase, testDatabase } from '@nashra/testkit';
import { sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const AT = Date.UTC(2026, 2, 1, 10);
const idAt = (ms: number, counter = 0) => (ms - Date.UTC(2020, 0, 1)) * 4096 + counter;
const SHA = { page: '11'.repeat(32), lost: '22'.repeat(32), revised: '33'.repeat(32) };
let database: TestDatabase;

/** A database of the first version, with rows in every state, as real ones had them. */
beforeAll(async () => {
  database = await testDatabase({ poolSize: 2 });
  const { owner: db } = database;
  await sql`drop schema reader cascade`.execute(db);
  await sql`drop schema nashra cascade`.execute(db);
  await sql`create schema nashra`.execute(db);
  const provider = { getMigrations: async () => migrations };
  const migrator = new Migrator({ db, provider, migrationTableSchema: 'nashra' });
  const { error } = await migrator.migrateTo('0005-publisher-memory');
  if (error) throw error;
  await sql.raw(ROWS).execute(db);
  expect(await migrateToLatest(database.url)).toEqual(
    Object.keys(migrations).filter((name) => name > '0005-publisher-memory'),
  );
});
afterAll(() => database.drop());

const history = (...steps: [string, string | null][]) =>
  JSON.stringify(steps.map(([state, reason], at) => [AT + at * 1_000, state, reason]));
const address = (id: number, state: string, more: Record<string, string> = {}) => {
  const row = {
    id: String(id),
    key: `decode(md5('${id}'), 'hex')`,
    address: `'https://sahifa.example/${id}'`,
    host: `'sahifa.example'`,
    publisher_id: '1',
    kind: `'article'`,
    state: `'${state}'`,
    history: `'${history(['waiting', null], [state, null])}'`,
    ...more,
  };
  return `insert into nashra.address (${Object.keys(row)}) values (${Object.values(row)});`;
};
const article = (id: number, addressId: number, revision: number) => `
  insert into nashra.story (id) values (${id});
  insert into nashra.article (id, publisher_id, address_id, story_id, revision, published_at)
    values (${id}, 1, ${addressId}, ${id}, ${revision}, now());`;
const revision = (articleId: number, number: number, sha: string, fetchId: number | 'null') => `
  insert into nashra.revision (article_id, number, title, authors, body, html, tags, word_count, content_hash,
    extractor_version, blob_sha256, fetch_id) values (${articleId}, ${number}, 'T', '{}', 'B', '', '{}', 1, '\\x00',
    '1', '\\x${sha}', ${fetchId});`;
/** Of the first version. */
const FIRST_STATES = [
  'waiting',
  'queued',
  'fetched',
  'indexed',
  'known',
  'read',
  'dropped',
  'quarantined',
] as const;
const FETCHED = idAt(AT);
const SWEPT = idAt(AT - 90 * 86_400_000);

const ROWS = `
  insert into nashra.publisher (slug, name, time_zone) values ('sahifa', 'Sahifa', 'Africa/Casablanca');
  ${address(1, 'read', { kind: `'feed'` })}
  insert into nashra.feed (publisher_id, address_id) values (1, 1);
  ${address(10, 'waiting')}
  ${address(11, 'queued')}
  ${address(12, 'fetched', { blob_sha256: `'\\x${SHA.page}'`, fetch_id: String(FETCHED) })}
  insert into nashra.fetch_log (id, address_id, status, outcome, ms, blob_sha256, final_address)
    values (${FETCHED}, 12, 200, 'stored', 5, '\\x${SHA.page}', 'https://sahifa.example/moved');
  ${address(13, 'parsed')}
  insert into nashra.draft (address_id, draft) values (13, '{"title":"T","blobSha256":"${SHA.page}","fetchId":${FETCHED}}');
  ${address(14, 'decided')}
  ${address(15, 'indexed', { blob_sha256: `'\\x${SHA.revised}'`, fetch_id: String(FETCHED + 1) })}
  ${article(100, 15, 2)}
  ${revision(100, 1, SHA.lost, SWEPT)}
  ${revision(100, 2, SHA.revised, FETCHED + 1)}
  update nashra.address set article_id = 100 where id = 15;
  ${address(16, 'known', { reason: `'copy'`, article_id: '100' })}
  ${address(17, 'known', { reason: `'copy'`, blob_sha256: `'\\x${SHA.page}'`, fetch_id: String(FETCHED + 2) })}
  ${address(18, 'dropped', { reason: `'gone'` })}
  ${address(19, 'quarantined', { reason: `'lost_too_often'` })}
  ${article(101, 19, 0)}
  ${address(20, 'known', { reason: `'copy'`, article_id: '101' })}
  insert into nashra.quarantine (queue, payload, code, message, address_id)
    values ('fetch', '{}', 'STALLED', 'replayed since', 18);`;

const one = async (id: number) => (await findAddresses(database.db, { ids: [id] }))[0];

describe('a database of the first version', () => {
  it('keeps every address, and those that stood well where they stood', async () => {
    const { ledger } = await readLedger({ db: database.db });
    expect(Object.values(ledger).reduce((sum, n) => sum + n, 0)).toBe(12);
    for (const state of FIRST_STATES) expect([state, ledger[state]]).not.toEqual([state, 0]);
  });

  it('keeps what befell each address', async () => {
    const steps = await journalOf(database.db, 18, 10);
    expect(steps.map(({ state, at }) => [state, at.getTime()])).toEqual([
      ['waiting', AT],
      ['dropped', AT + 1_000],
    ]);
  });

  it('makes captures of kept bodies, with where they came from and when', async () => {
    const row = await one(12);
    const captures = await readCaptures(database.db, [
      { addressId: 12, captureId: row?.captureId ?? 0 },
    ]);
    expect([...captures.values()]).toMatchObject([
      {
        blobSha256: SHA.page,
        finalAddress: 'https://sahifa.example/moved',
        capturedAt: new Date(AT),
        origin: 'http',
      },
    ]);
  });

  it('keeps the body and the time of a revision whose request was swept long ago', async () => {
    const { rows } = await sql<{ number: number; sha: string; captured_at: Date }>`
      select r.number, encode(c.blob_sha256, 'hex') as sha, c.captured_at from nashra.revision r
      join nashra.content t on t.id = r.content_id
      join nashra.capture c on c.id = t.capture_id order by r.number`.execute(database.db);
    expect(rows.map(({ number, sha }) => [number, sha])).toEqual([
      [1, SHA.lost],
      [2, SHA.revised],
    ]);
    expect(rows[0]?.captured_at).toEqual(instantOfId(SWEPT));
  });

  it('has a draft in flight read again, from its body where there is one', async () => {
    expect(await database.db.selectFrom('draft').selectAll().execute()).toEqual([]);
    expect([await one(13), await one(14)]).toMatchObject([
      { state: 'waiting' },
      { state: 'waiting' },
    ]);
  });

  it('counts articles, stories and what they span', async () => {
    expect(await countArticles(database.db)).toMatchObject({
      articles: 1,
      revisions: 2,
      stories: 1,
      changes: 0,
    });
    const { rows } = await sql`select id, articles, publishers from reader.stories`.execute(
      database.db,
    );
    expect(rows).toEqual([{ id: 100, articles: 1, publishers: 1 }]);
  });

  it('sends copies of what was given up back to be read for themselves', async () => {
    expect(await one(16)).toMatchObject({ state: 'known', articleId: 100 });
    expect(await one(17)).toMatchObject({ state: 'fetched', reason: 'original_lost' });
    expect(await one(20)).toMatchObject({ state: 'waiting', reason: 'original_lost' });
    const articles = await database.db.selectFrom('article').select('id').execute();
    expect(articles).toEqual([{ id: 100 }]);
  });

  it('has one row in quarantine for each quarantined address, and none for others', async () => {
    expect(await listQuarantine(database.db, { limit: 10 })).toMatchObject([
      { addressId: 19, code: 'LOST_TOO_OFTEN' },
    ]);
  });

  it('tells feeds their own address', async () => {
    expect(await listSources(database.db)).toMatchObject([
      { address: 'https://sahifa.example/1', addressId: 1, publisher: 'sahifa' },
    ]);
  });
});
