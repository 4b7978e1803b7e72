import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrateToLatest, openDb } from '@nashra/db';
import { search as ask, asReader } from '@nashra/reader';
import { startPostgres } from '@nashra/stack';
import { enterPublishers } from '../dedupe/drafts.ts';
import { type AnyDocument, documentOf } from '../search/documents.ts';
import { writeAll } from '../search/write.ts';

const PAGE = 1_000;

/** The documents that answer each query, best first, through `reader.search` on a database of its own; the scorers' form. */
export default async function search(
  documents: readonly AnyDocument[],
  queries: readonly (string | { readonly query: string })[],
): Promise<{ query: string; ids: string[] }[]> {
  await using open = new AsyncDisposableStack();
  const dir = mkdtempSync(join(tmpdir(), 'nashra-search-'));
  // Postgres never runs as root: its own user has to get in.
  chmodSync(dir, 0o755);
  open.defer(() => rmSync(dir, { recursive: true, force: true }));
  const postgres = await startPostgres({ dataDir: join(dir, 'postgres'), fsync: false });
  open.defer(() => postgres.stop());
  await migrateToLatest(postgres.url);
  const db = open.use(openDb(postgres.url, { poolSize: 2 }));
  const read = documents.map(documentOf);
  const names = await writeAll(db, read, await enterPublishers(db, read));
  const answers: { query: string; ids: string[] }[] = [];
  for (const it of queries) {
    const query = typeof it === 'string' ? it : it.query;
    answers.push({ query, ids: (await idsOf(query)).flatMap((id) => names.get(id) ?? []) });
  }
  return answers;

  async function idsOf(query: string): Promise<number[]> {
    const ids: number[] = [];
    for (let after: string | undefined; ; ) {
      const page = await ask(asReader(db), query, { limit: PAGE, after });
      ids.push(...page.map(({ id }) => id));
      after = page.at(-1)?.cursor;
      if (page.length < PAGE || after === undefined) return ids;
    }
  }
}
