/**
 * What looking for candidates costs with many documents in the window, beside MinHash-LSH (128 hashes, 32 bands) kept in
 * the same kind of tables:
 *
 *   node bench/dedupe/window.ts [--documents 1000000] [--probes 1000]
 *
 * The window is filled with keys alone, as many a text as real ones have; a tenth of ours are held by a hundred others, a
 * third of the texts copies. Half of the probes are copies of what is there. Each is looked up alone, then all in
 * batches as the stage has them. `ms` is what the asker waits (beside it a statement that does nothing, for what the
 * machine has else to do), `CPU` what the server's process spends.
 */
import { parseArgs } from 'node:util';
import { findHolders, refillKeys } from '@nashra/articles';
import { arrayText, type Db } from '@nashra/db';
import { cpuOfProcess } from '@nashra/testkit';
import { sql } from 'kysely';
import { openServers } from '../pipeline/servers.ts';

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '1000000' },
    probes: { type: 'string', default: '1000' },
  },
});
const documents = Number(values.documents);
const probes = Number(values.probes);
const MEMORY_DAYS = 7;
const DAYS = MEMORY_DAYS + 1;
const BATCH = 50;

interface Method {
  readonly name: string;
  readonly table: string;
  /** Rows of a document. */
  readonly keys: number;
  /** Whether a tenth of its keys are those of many: of one shingle that happens, of a band of four never. */
  readonly isCrowded: boolean;
  /** Looks keys up; gives how many candidates there are for one document's. */
  find(tx: Db, keys: ReadonlySet<number>): Promise<(keys: Int32Array) => number>;
}

const METHODS: readonly Method[] = [
  {
    name: 'nashra',
    table: 'candidate_key',
    keys: 28,
    isCrowded: true,
    async find(db, keys) {
      const { index } = await findHolders(db, keys, MEMORY_DAYS);
      return (own) => index.likely(own).length;
    },
  },
  {
    name: 'MinHash-LSH 128, 32 bands',
    table: 'band_key',
    keys: 32,
    isCrowded: false,
    async find(db, keys) {
      const { rows } = await sql<{ key: number; ids: number[] }>`
        select key, array_agg(article_id) as ids from nashra.band_key
        where key = any(${arrayText(Int32Array.from(keys).sort())}::int[])
          and article_id >= (select nashra.id_at(now() - make_interval(days => ${MEMORY_DAYS}::int)))
          and article_id < (select nashra.id_at(now() + interval '1 hour'))
        group by key`.execute(db);
      const found = new Map(rows.map(({ key, ids }) => [key, ids.map(Number)]));
      // One band is enough.
      return (own) => new Set([...own].flatMap((key) => found.get(key) ?? [])).size;
    },
  },
];

await using open = new AsyncDisposableStack();
const { db } = open.use(
  await openServers({
    shared_buffers: '1GB',
    maintenance_work_mem: '512MB',
    max_wal_size: '8GB',
    wal_level: 'minimal',
    max_wal_senders: '0',
  }),
);
await sql`create table nashra.band_key (key integer not null, story integer, article_id bigint not null) partition by range (article_id)`.execute(
  db,
);
// None is missing: it begins with none.
await refillKeys(db, MEMORY_DAYS);
for (const method of METHODS) await fill(method);
console.log('filled');
const rows: Record<string, object> = {};
for (const method of METHODS) rows[method.name] = await measure(method, await probesOf(method));
console.log(`${documents} documents in a window of ${MEMORY_DAYS} days`);
console.table(rows);
await printPlan();

/** Two thirds are texts of their own, each third one says what the one before it says, but for a fifth of its keys. */
async function fill({ table, keys, isCrowded }: Method): Promise<void> {
  const each = Math.ceil(documents / DAYS);
  if (table === 'candidate_key') await sql`drop index nashra.candidate_key_key`.execute(db);
  for (let day = 0; day < DAYS; day++) {
    const from = sql`date_trunc('day', now(), 'UTC') - make_interval(hours => ${24 * day}::int)`;
    await db.transaction().execute(async (tx) => {
      const { rows } = await sql<{ name: string; low: number; high: number }>`
        select to_char((${from}) at time zone 'UTC', '"${sql.raw(table)}_"YYYYMMDD') as name,
          nashra.id_at(${from}) as low, nashra.id_at((${from}) + interval '24 hours') as high`.execute(
        tx,
      );
      const { name = '', low = 0, high = 0 } = rows[0] ?? {};
      const partition = sql.id('nashra', name);
      if (table === 'candidate_key') await sql`truncate ${partition}`.execute(tx);
      else
        await sql`create table ${partition} partition of ${sql.id('nashra', table)}
          for values from (${sql.lit(low)}) to (${sql.lit(high)})`.execute(tx);
      await sql`
        insert into ${partition} (key, article_id, story)
        select case
            when ${isCrowded} and k % 10 = 0 then hashint4((random() * ${documents * keys})::int / 1000)
            when n % 3 = 1 and k % 5 > 0 then hashint8((${day}::bigint * 100000000 + n - 1) * 64 + k)
            else hashint8((${day}::bigint * 100000000 + n) * 64 + k) end,
          ${sql.lit(low)} + n::bigint * 4096, n - (n % 3 = 1)::int
        from generate_series(1, ${each}::int) n, generate_series(1, ${keys}::int) k`.execute(tx);
    });
  }
  await sql`create index on ${sql.id('nashra', table)} (key) include (story, article_id)`.execute(
    db,
  );
  await sql`vacuum analyze ${sql.id('nashra', table)}`.execute(db);
}

/** Keys of documents of a window, and as many of documents that nobody has. */
async function probesOf({ table, keys, isCrowded }: Method): Promise<Int32Array[]> {
  const { rows: lows } = await sql<{ low: number }>`
    select min(article_id) as low from ${sql.id('nashra', table)}
    where article_id >= nashra.id_at(date_trunc('day', now(), 'UTC') - interval '72 hours')`.execute(
    db,
  );
  const low = lows[0]?.low ?? 0;
  const high = low + Math.ceil(probes / 2 - 1) * 4096;
  const { rows } = await sql<{ keys: number[] }>`
    select array_agg(key) as keys from ${sql.id('nashra', table)}
    where article_id between ${sql.lit(low)} and ${sql.lit(high)} group by article_id`.execute(db);
  const known = rows.map((row) => Int32Array.from(row.keys).sort());
  const fresh = known.map((it, at) =>
    it.map((key, place) =>
      isCrowded && place % 10 === 0 ? key : Math.imul(key ^ (at * keys), 0x9e3779b1),
    ),
  );
  return known.flatMap((it, at) => [it, (fresh[at] ?? it).sort()]);
}

async function measure(method: Method, asked: readonly Int32Array[]): Promise<object> {
  return await db.connection().execute(async (connection) => {
    const one = connection as Db;
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(one);
    const pid = rows[0]?.pid ?? 0;
    const times: number[] = [];
    const counts: number[] = [];
    const idle: number[] = [];
    const spent: number[] = [];
    // The first look at a page reads it from the disk.
    for (const keys of asked) await method.find(one, new Set(keys));
    for (const keys of asked) {
      const begun = performance.now();
      await sql`select 1`.execute(one);
      const cpu = cpuOfProcess(pid);
      const started = performance.now();
      const candidatesOf = await method.find(one, new Set(keys));
      counts.push(candidatesOf(keys));
      times.push(performance.now() - started);
      spent.push(cpuOfProcess(pid) - cpu);
      idle.push(started - begun);
    }
    const together = cpuOfProcess(pid);
    for (let at = 0; at < asked.length; at += BATCH)
      await method.find(one, new Set(asked.slice(at, at + BATCH).flatMap((keys) => [...keys])));
    const end = cpuOfProcess(pid);
    const at = (part: number, all: number[]) =>
      all.toSorted((a, b) => a - b)[Math.floor(part * (all.length - 1))] ?? Number.NaN;
    const rounded = (ms: number) => Number(ms.toFixed(2));
    return {
      'ms p50': rounded(at(0.5, times)),
      'ms p95': rounded(at(0.95, times)),
      'ms p99': rounded(at(0.99, times)),
      'nothing p50': rounded(at(0.5, idle)),
      'nothing p95': rounded(at(0.95, idle)),
      'CPU p50': rounded(at(0.5, spent)),
      'CPU p95': rounded(at(0.95, spent)),
      'CPU in batches': rounded((end - together) / asked.length),
      'candidates p50': at(0.5, counts),
      'candidates p95': at(0.95, counts),
    };
  });
}

async function printPlan(): Promise<void> {
  const { rows } = await sql<Record<'QUERY PLAN', string>>`
    explain (costs off) select key, count(*) from nashra.candidate_key where key = any('{1,2,3}'::int[])
      and article_id >= nashra.id_at(now() - make_interval(days => ${MEMORY_DAYS}::int))
      and article_id < nashra.id_at(now() + interval '1 hour') group by key`.execute(db);
  const lines = rows.map((row) => row['QUERY PLAN']);
  const scans = lines.filter((line) => line.includes('Scan') && line.includes('candidate_key_'));
  console.log(`plan: ${scans.length} scans of days, by ${scans[0]?.trim().slice(3) ?? '?'}`);
}
