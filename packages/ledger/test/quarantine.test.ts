import { type TestDatabase, testDatabase } from '@nashra/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { quarantine } from '../src/index.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

it('keeps a job whose payload and error quote what Postgres refuses', async () => {
  const message = `not a date: \0${'😀'.repeat(2_000)}`;
  const job = { code: 'UNEXPECTED', message, jobId: undefined };
  await quarantine(database.db, 'parse', { ...job, payload: { text: 'a\0\ud83d' } });
  await quarantine(database.db, 'parse', { ...job, payload: { text: '😀'.repeat(5_000) } });
  const rows = await database.db.selectFrom('quarantine').selectAll().orderBy('id').execute();
  expect(rows.map((row) => row.payload)).toEqual([
    { text: 'a\ufffd' },
    { cut: expect.stringMatching(/^\{"text":"(?:😀)+$/u) },
  ]);
  expect(rows[0]?.message).toMatch(/^not a date: (?:😀)+$/u);
});
