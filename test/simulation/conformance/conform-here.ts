import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateToLatest } from '@nashra/db';
import { startPostgres } from '@nashra/stack';
import type { Options } from '../options.ts';
import { conform } from './conform.ts';

/** Holds the model to the real SQL over so many seeds, and says where they part. */
export async function conformHere({ seeds, from, first }: Options): Promise<number> {
  await using open = new AsyncDisposableStack();
  const url = process.env['DATABASE_URL'] ?? (await ownPostgres(open));
  let agreeing = 0;
  let lived = 0;
  let calls = 0;
  for await (const it of conform(url, { from: Number(from), seeds: Number(seeds) })) {
    lived += 1;
    calls += it.calls;
    if (it.difference === null) agreeing += 1;
    else console.log(`seed ${it.seed}: conformance: ${it.difference}`);
    if (it.difference !== null && first) break;
  }
  console.log(`${calls} calls were done again`);
  console.log(`${agreeing} of ${lived} seeds agree`);
  return agreeing === lived ? 0 : 1;
}

async function ownPostgres(open: AsyncDisposableStack): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), 'nashra-simulation-'));
  // Postgres never runs as root: its own user has to get in.
  chmodSync(dir, 0o755);
  open.defer(() => rmSync(dir, { recursive: true, force: true }));
  const postgres = await startPostgres({ dataDir: join(dir, 'postgres'), fsync: false });
  open.defer(() => postgres.stop());
  await migrateToLatest(postgres.url);
  return postgres.url;
}
