import { type Pipeline, readStatus } from '@nashra/pipeline';
import { sql } from 'kysely';
import type { CorpusDocument } from './load-corpus.ts';
import type { FirstRun } from './run.ts';

/** What came of the first run, for a person. */
export async function printReport(
  pipeline: Pipeline,
  documents: readonly CorpusDocument[],
  run: FirstRun,
): Promise<void> {
  const { db } = pipeline;
  const status = await readStatus(pipeline);
  const feeds = documents.filter(({ kind }) => kind === 'feed').length;
  console.log(`\ncorpus: ${feeds} feeds, ${documents.length - feeds} pages`);
  table('addresses by final state', Object.entries(status.ledger));
  table('by reason', Object.entries(status.reasons));
  const found = await sql<{ seen: number; added: number; read: number }>`
    select sum(entries_seen)::int as seen, sum(entries_new)::int as added,
      count(*) filter (where last_success_at is not null)::int as read from nashra.feed`.execute(
    db,
  );
  const copies = await sql<{ n: number }>`
    select count(*)::int as n from nashra.article where copy_of is not null`.execute(db);
  table('rows', [
    ['feeds read', found.rows[0]?.read ?? 0],
    ['feed entries', found.rows[0]?.seen ?? 0],
    ['articles', status.articles],
    ['revisions', status.revisions],
    ['copies across publishers', copies.rows[0]?.n ?? 0],
    ['stories', status.stories],
    ['images', status.images],
    ['changes', status.changes],
  ]);
  const pages = status.articles + (status.reasons['not_an_article'] ?? 0);
  console.log(`\n${run.seconds.toFixed(0)} s; per page read (${pages}) and service:`);
  for (const [name, seconds] of run.cpuSeconds) {
    const cpu = ((seconds * 1_000) / pages).toFixed(1).padStart(7);
    console.log(`${name.padEnd(12)}${cpu} ms CPU, peak ${run.peakMib.get(name)?.toFixed(0)} MiB`);
  }
}

function table(title: string, rows: readonly (readonly [string, number])[]): void {
  console.log(`\n${title}`);
  for (const [name, n] of rows.toSorted((a, b) => b[1] - a[1])) {
    console.log(`  ${name.padEnd(26)}${String(n).padStart(8)}`);
  }
}
