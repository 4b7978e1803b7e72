/**
 * The whole pipeline over real input: publishers' feeds and pages, served on loopback under their own
 * host names, through real processes. Ends with a report; fails when an address is not final, the
 * counts do not add up, or a second run changes anything.
 *
 *   npm run test:corpus -- [--flushall] [--kill] [--corpus DIR] [--on pooler|cluster|replica|s3 …]
 *
 * --on has it run through PgBouncer in transaction mode, on a Redis Cluster, with a replica that must end up the same, or with a bucket.
 */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { migrateToLatest, openDb } from '@nashra/db';
import { queues as contracts } from '@nashra/pipeline';
import { openQueues } from '@nashra/queue';
import { startStack } from '@nashra/stack';
import { countRows, expectBalance } from './balance.ts';
import { serveCorpus } from './corpus-server.ts';
import { expectSame, startEngines } from './engines.ts';
import { enterCorpus } from './enter-corpus.ts';
import { loadCorpus } from './load-corpus.ts';
import { printReport } from './report.ts';
import { runAgain, runOnce, type Trouble } from './run.ts';
import { startStages } from './services.ts';

const { values } = parseArgs({
  options: {
    flushall: { type: 'boolean', default: false },
    kill: { type: 'boolean', default: false },
    corpus: { type: 'string', default: resolve(import.meta.dirname, '../../../shared/corpus') },
    keep: { type: 'boolean', default: false },
    on: { type: 'string', multiple: true, default: [] },
  },
});
const documents = loadCorpus(values.corpus);
if (!documents) {
  console.log(`SKIPPED: no corpus at ${values.corpus}; nothing was tested.`);
} else {
  const trouble: Trouble = { flushall: values.flushall, kill: values.kill };
  await main(documents, trouble);
}

async function main(documents: NonNullable<ReturnType<typeof loadCorpus>>, trouble: Trouble) {
  const dir = mkdtempSync(join(tmpdir(), 'nashra-corpus-'));
  // Postgres never runs as root: its own user has to get in.
  chmodSync(dir, 0o755);
  const log = (line: string) => console.log(line);
  await using site = await serveCorpus(documents);
  const stack = await startStack({ dataDir: dir, log });
  try {
    await migrateToLatest(stack.databaseUrl);
    await using engines = await startEngines(values.on, { dir, databaseUrl: stack.databaseUrl });
    await using db = openDb(stack.databaseUrl, { poolSize: 3, statementTimeoutMs: 120_000 });
    const redisUrl = engines.env['REDIS_URL'] ?? stack.redisUrl;
    await using queues = openQueues(contracts, { redisUrl, prefix: 'nashra' });
    const pipeline = { db, queues };
    await enterCorpus(db, documents);
    const certificate = join(dir, 'certificate.pem');
    writeFileSync(certificate, site.certificate);
    const env = {
      DATABASE_URL: stack.databaseUrl,
      REDIS_URL: stack.redisUrl,
      NASHRA_BLOBS: join(dir, 'blobs'),
      NASHRA_CONNECT_TO: site.connectTo,
      FETCH_CA_FILE: certificate,
      FETCH_ALLOW_PRIVATE: '*',
      HOST_INTERVAL_MS: '5',
      HOST_CONCURRENCY: '4',
      TICK_MS: '500',
      RECONCILE_MS: '2000',
      RECONCILE_GRACE_MS: '5000',
      REVISIT_AFTER_MS: '0',
      ...engines.env,
    };
    const stages = await startStages(env, stack.logDir);
    try {
      const first = await runOnce(pipeline, stages, redisUrl, trouble);
      await expectBalance(db);
      await printReport(pipeline, documents, first);
      const before = await countRows(db);
      const second = await runAgain(pipeline);
      await expectBalance(db);
      const after = await countRows(db);
      if (JSON.stringify(before) !== JSON.stringify(after)) {
        throw new Error(
          `the second run changed rows:\n${JSON.stringify({ before, after }, null, 2)}`,
        );
      }
      console.log(
        `\nsecond run: ${second.toFixed(0)} s, no row but fetch logs is new, no change event`,
      );
      for (const url of engines.replicas) await expectSame(url, after);
    } finally {
      await stages.supervisor.stop();
    }
  } finally {
    await stack.stop();
    if (values.keep) console.log(`kept: ${dir}`);
    else rmSync(dir, { recursive: true, force: true });
  }
}
