/**
 * What a question costs over many articles, at rest and while others come in, beside plain `ts_rank` over the same index.
 *   node bench/search/main.ts [--articles 1000000] [--questions 240] [--rounds 3] [--data DIR | --database URL]
 * With a folder for its data a run keeps what it filled in, and the next one asks at once. A database of a server of one's own, filled by an
 * earlier run, or migrated and empty, is named by its URL.
 * Every question is asked once before the clock runs. Its last line is one JSON object: milliseconds by what was measured.
 */
import { parseArgs } from 'node:util';
import { type Db, openDb } from '@nashra/db';
import { asReader, search } from '@nashra/reader';
import { cpuOfProcess } from '@nashra/testkit';
import { sql } from 'kysely';
import { enterPublishers } from '../dedupe/drafts.ts';
import { openServers } from '../pipeline/servers.ts';
import { fill, inventTexts } from './fill.ts';
import { questionsOf } from './questions.ts';
import { writeAll } from './write.ts';

/** Written together while questions are asked. */
const TOGETHER = 100;

const { values } = parseArgs({
  options: {
    articles: { type: 'string', default: '1000000' },
    questions: { type: 'string', default: '240' },
    rounds: { type: 'string', default: '3' },
    data: { type: 'string' },
    database: { type: 'string' },
  },
});
await using servers = values.database
  ? null
  : await openServers({ shared_buffers: '1GB' }, values.data);
const url = values.database ?? servers?.postgres.url ?? '';
await using db = openDb(url, { poolSize: 1, statementTimeoutMs: 0 });
await using writer = openDb(url, { poolSize: 2 });
const started = Date.now();
const invented = inventTexts();
if (!(await isFilled())) await fill(db, invented.texts, Number(values.articles));
console.log(`${values.articles} articles after ${Math.round((Date.now() - started) / 1000)} s`);
// What an earlier run wrote is in its place before the clock runs.
await sql`select gin_clean_pending_list('nashra.content_search')`.execute(db);
const { words, signs } = questionsOf(invented, Number(values.questions));
const rounds = Number(values.rounds);

const ours = (question: string) => search(asReader(db), question);
/** What one writes without this: every match is ranked. */
const plain = (question: string) =>
  sql`select c.id, c.title, ts_rank(c.search, q) as rank from nashra.content c, reader.search_query(${question}) q
    where c.search @@ q order by rank desc limit 20`.execute(db);

const atRest = await measure('reader.search', words, rounds, ours);
const withSigns = await measure('with phrases, exclusions, beginnings', signs, rounds, ours);
const plainly = await measure(
  'plain ts_rank over GIN, every twentieth question',
  words.filter((_, at) => at % 20 === 0),
  1,
  plain,
);
const stop = new AbortController();
const writing = write(writer, invented, stop.signal);
const busy = await measure('reader.search while articles come in', words, rounds, ours);
stop.abort();
const written = await writing;
console.log(`${written.toFixed(0)} articles a second came in meanwhile`);
console.log(
  JSON.stringify({ articles: Number(values.articles), atRest, withSigns, busy, plainly, written }),
);

async function isFilled(): Promise<boolean> {
  const { rows } = await sql`select from nashra.content limit 1`.execute(db);
  return rows.length > 0;
}

interface Spread {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly most: number;
}

async function measure(
  name: string,
  questions: readonly string[],
  times: number,
  ask: (question: string) => Promise<unknown>,
): Promise<{ clock: Spread; cpu: Spread }> {
  // A session plans what it runs first, and a server that was started a moment ago has nothing in memory.
  for (const question of times > 1 ? questions : questions.slice(-10)) await ask(question);
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
  const pid = rows[0]?.pid ?? 0;
  const took: number[] = [];
  const worked: number[] = [];
  for (let round = 0; round < times; round++) {
    for (const question of questions) {
      const before = [performance.now(), cpuOfProcess(pid)] as const;
      await ask(question);
      took.push(performance.now() - before[0]);
      worked.push(cpuOfProcess(pid) - before[1]);
    }
  }
  const spread = { clock: spreadOf(took), cpu: spreadOf(worked) };
  console.log(
    `${name}: ${took.length} questions, ms by the clock ${say(spread.clock)}; of CPU ${say(spread.cpu)}`,
  );
  return spread;
}

function spreadOf(took: readonly number[]): Spread {
  const sorted = took.toSorted((a, b) => a - b);
  const at = (share: number) =>
    Math.round((sorted[Math.ceil(share * sorted.length) - 1] ?? Number.NaN) * 10) / 10;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), most: at(1) };
}

function say({ p50, p95, p99, most }: Spread): string {
  return `p50 ${p50}, p95 ${p95}, p99 ${p99}, most ${most}`;
}

/** Writes articles as the stages do until told to stop, of the same words as those that are there; how many a second. */
async function write(
  to: Db,
  { texts }: ReturnType<typeof inventTexts>,
  signal: AbortSignal,
): Promise<number> {
  const before = performance.now();
  const run = Date.now();
  let count = 0;
  for (let at = 0; !signal.aborted; at += TOGETHER) {
    const documents = Array.from({ length: TOGETHER }, (_, n) => {
      const { script, title, body } = texts[(at + n) % texts.length] ?? {
        script: 'ar',
        title: [],
        body: [],
      };
      return {
        id: `${run}/${at + n}`,
        source: 'writer',
        lang: script,
        title: title.join(' '),
        body: body.join(' '),
        publishedAt: new Date().toISOString(),
      };
    });
    count += (await writeAll(to, documents, await enterPublishers(to, documents))).size;
  }
  return (1000 * count) / (performance.now() - before);
}
