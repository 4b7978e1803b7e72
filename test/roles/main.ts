/** Writes into docs/security.md what the database says of its roles: `npm run docs:roles`. */
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { migrateToLatest, openDb } from '@nashra/db';
import { startPostgres } from '@nashra/stack';
import { readRights, withRights } from './describe.ts';

const page = resolve(import.meta.dirname, '../../docs/security.md');
const dir = mkdtempSync(join(tmpdir(), 'nashra-roles-'));
// Postgres runs as somebody else when we are root, and must get in.
chmodSync(dir, 0o755);
const postgres = await startPostgres({ dataDir: join(dir, 'postgres'), fsync: false });
try {
  await migrateToLatest(postgres.url);
  await using db = openDb(postgres.url, { poolSize: 1 });
  writeFileSync(page, withRights(readFileSync(page, 'utf8'), await readRights(db)));
} finally {
  await postgres.stop();
  rmSync(dir, { recursive: true, force: true });
}
