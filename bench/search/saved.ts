/**
 * What it costs to hold stored questions against articles as they come.
 *   node bench/search/saved.ts [--queries 10000] [--articles 2000]
 * Every match is compared with all that `reader.search` finds, for every twentieth question. Its last line is one JSON object.
 */
import { parseArgs } from 'node:util';
import { openDb, runTask } from '@nashra/db';
import { asReader, matchesAfter, search } from '@nashra/reader';
import { matching, saveQueries } from '@nashra/subscriptions';
import { cpuOfProcess } from '@nashra/testkit';
import { sql } from 'kysely';
import { enterPublishers } from '../dedupe/drafts.ts';
import { openServers } from '../pipeline/servers.ts';
import { inventTexts } from './fill.ts';
import { standing } from './standing.ts';
import { writeAll } from './write.ts';

const { values } = parseArgs({
  options: {
    queries: { type: 'string', default: '10000' },
    articles: { type: 'string', default: '2000' },
  },
});

await using servers = await openServers({});
await using db = openDb(servers.postgres.url, { poolSize: 1, statementTimeoutMs: 0 });
const filled = inventTexts();
const questions = standing(filled, Number(values.queries));

const documents = (from: number, to: number) =>
  filled.texts.slice(from, to).map(({ at, script, title, body }) => ({
    id: `saved/${at}`,
    source: `source-${at % 20}`,
    lang: script,
    title: title.join(' '),
    body: body.join(' '),
    publishedAt: new Date().toISOString(),
  }));
const articles = documents(0, Number(values.articles));
const publishers = await enterPublishers(db, articles);
// What was there before, so that the server knows which words are frequent.
await writeAll(db, documents(10_000, 12_000), publishers);
await sql`analyze nashra.content`.execute(db);
await match();

const act = { actor: 'bench' };
await saveQueries(
  db,
  act,
  questions.map((query, n) => ({ name: `q-${n}`, query })),
);
await sql`vacuum analyze nashra.saved_query, nashra.query_anchor`.execute(db);
const written = await writeAll(db, articles, publishers);
const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
const pid = rows[0]?.pid ?? 0;
const before = { server: cpuOfProcess(pid), own: process.cpuUsage() };
await match();
const own = process.cpuUsage(before.own);
const server = (cpuOfProcess(pid) - before.server) / written.size;
const client = (own.user + own.system) / 1_000 / written.size;

let compared = 0;
let other = 0;
const reader = asReader(db);
for (const [n, question] of questions.entries()) {
  if (n % 20 > 0) continue;
  const expected = new Set((await allFound(question)).filter((id) => written.has(id)));
  const matches = await matchesAfter(reader, { query: `q-${n}`, after: 0, limit: 10_000 });
  const ids = new Set(matches.map(({ articleId }) => articleId));
  compared += expected.size;
  other += [...expected].filter((id) => !ids.has(id)).length;
  other += [...ids].filter((id) => !expected.has(id)).length;
}
const { rows: counted } = await sql<{ n: number }>`
  select count(*) as n from nashra.query_match`.execute(db);
const result = {
  queries: questions.length,
  articles: written.size,
  matchesPerArticle: round((counted[0]?.n ?? 0) / written.size),
  cpuMs: { postgres: round(server), process: round(client) },
  compared,
  other,
};
console.log(JSON.stringify(result));

async function allFound(question: string): Promise<number[]> {
  const ids: number[] = [];
  for (let after: string | undefined; ; ) {
    const page = await search(reader, question, { limit: 1_000, after });
    ids.push(...page.map(({ id }) => id));
    after = page.at(-1)?.cursor;
    if (page.length < 1_000) return ids;
  }
}

async function match(): Promise<void> {
  while ((await runTask(db, matching)) !== 0);
}

function round(ms: number): number {
  return Math.round(ms * 1_000) / 1_000;
}
