import { openDb } from '@nashra/db';
import { sql } from 'kysely';
import { startReplica } from './postgres-pair.ts';
import { S3_KEYS, startS3 } from './s3/start-s3.ts';
import { startBouncer } from './start-bouncer.ts';
import { startCluster } from './start-cluster.ts';
import { waitFor } from './wait-for.ts';

/** Engines that others keep, in the place of what one machine has. */
export const ENGINES = ['pooler', 'cluster', 'replica', 's3'] as const;
export type EngineName = (typeof ENGINES)[number];

export interface Engine extends AsyncDisposable {
  /** By which services come to it. */
  readonly env: Readonly<Record<string, string>>;
  /** Of its processes, what they use of the CPU is the article's; none of a bucket's server, which is the test's own. */
  readonly pids: readonly number[];
  /** Of a replica: its superuser's address. */
  readonly replicaUrl?: string;
}

/** The servers that it stands beside. */
export interface Beside {
  /** For what it writes. */
  readonly dir: string;
  /** Of the primary's superuser. */
  readonly databaseUrl: string;
}

/** Starts one beside a migrated database: what runs on it later is to be what runs without it. */
export async function startEngine(
  name: EngineName,
  { dir, databaseUrl }: Beside,
  { keepsNames }: { readonly keepsNames: boolean },
): Promise<Engine> {
  switch (name) {
    case 'pooler': {
      const pooler = await startBouncer(dir, databaseUrl, { sessions: 20, keepsNames });
      return engineOf(pooler, { DATABASE_URL: pooler.url }, [pooler.pid]);
    }
    case 'cluster': {
      const cluster = await startCluster();
      return engineOf(cluster, { REDIS_URL: cluster.url }, cluster.pids);
    }
    case 'replica': {
      const replica = await startReplica(databaseUrl);
      await hasCaughtUp(databaseUrl);
      const { pid, url: replicaUrl } = replica.server;
      return { ...engineOf(replica, {}, [pid]), replicaUrl };
    }
    case 's3': {
      const bucket = await startS3('pages');
      const place = `s3://pages/news?endpoint=${bucket.endpoint}`;
      return engineOf(bucket, { NASHRA_BLOBS: place, ...S3_KEYS }, []);
    }
  }
}

function engineOf(server: AsyncDisposable, env: Engine['env'], pids: Engine['pids']): Engine {
  return { env, pids, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

/** What a replica has to read of earlier rounds is not this one's. */
async function hasCaughtUp(url: string): Promise<void> {
  await using db = openDb(url, { poolSize: 1 });
  const isThere = async () => {
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from pg_stat_replication where replay_lsn >= pg_current_wal_lsn()`.execute(
      db,
    );
    return rows[0]?.n === 1;
  };
  await waitFor(isThere, { what: 'the replica to follow', timeoutMs: 120_000 });
}
