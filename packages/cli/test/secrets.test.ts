import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type TestDatabase, testDatabase, testRedis } from '@nashra/testkit';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runNashra } from './run-nashra.ts';

const SECRET = 'wrong-pa55';

let database: TestDatabase;
let env: Record<string, string>;
beforeAll(async () => {
  database = await testDatabase();
  const redisUrl = new URL(testRedis().url);
  redisUrl.password = SECRET;
  env = { DATABASE_URL: database.url, REDIS_URL: redisUrl.href };
});
afterAll(() => database?.drop());

it('keeps a password that Redis refused to itself, with DEBUG too', async () => {
  const { code, err } = await runNashra(['status'], { ...env, DEBUG: '1' });
  expect(code).not.toBe(0);
  expect(err).toMatch(/WRONGPASS|AUTH/);
  expect(err).not.toContain(SECRET);
}, 60_000);

it('keeps it out of the log of a service', async () => {
  const main = fileURLToPath(new URL('../../../services/index/src/main.ts', import.meta.url));
  const child = spawn(process.execPath, [main], { env: { PATH: process.env['PATH'], ...env } });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      log += chunk;
    });
  }
  await expect.poll(() => log, { timeout: 30_000 }).toMatch(/WRONGPASS|AUTH/);
  child.kill('SIGKILL');
  expect(log).not.toContain(SECRET);
}, 60_000);
