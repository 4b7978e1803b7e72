import { randomBytes } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBlobs } from '@nashra/blobs';
import { type Db, makeServiceLogins, openDb } from '@nashra/db';
import { queues as contracts, type PipelineQueues } from '@nashra/pipeline';
import { openQueues } from '@nashra/queue';
import { startPostgres, startRedis } from '@nashra/stack';
import { type Manifest, ofKind } from '../kubernetes/manifest.ts';
import type { Cluster } from './pod.ts';

export interface Ground extends AsyncDisposable {
  readonly cluster: Cluster;
  readonly redisUrl: string;
  readonly db: Db;
  readonly queues: PipelineQueues;
  readonly blobs: Awaited<ReturnType<typeof openBlobs>>;
  /** Makes the logins of services, once the schema is there. */
  openDoors(): Promise<void>;
}

/** The servers, settings and secrets that the manifests refer to. */
export async function openGround(manifests: readonly Manifest[]): Promise<Ground> {
  await using open = new AsyncDisposableStack();
  const dir = mkdtempSync(join(tmpdir(), 'nashra-rehearsal-'));
  // Postgres never runs as root: its own user has to get in.
  chmodSync(dir, 0o755);
  open.defer(() => rmSync(dir, { recursive: true, force: true }));
  const postgres = await startPostgres({ dataDir: join(dir, 'postgres', 'data') });
  open.defer(() => postgres.stop());
  const redis = await startRedis({ dataDir: join(dir, 'redis') });
  open.defer(() => redis.stop());
  const passwords = { nashra_services: secret(), nashra_dashboards: secret() };
  const as = (login: keyof typeof passwords) =>
    Object.assign(new URL(postgres.url), { username: login, password: passwords[login] }).href;
  const secrets = {
    owner: { DATABASE_URL: postgres.url },
    services: {
      DATABASE_URL: as('nashra_services'),
      REDIS_URL: redis.url,
      NASHRA_SECRET_KEY: secret(),
      PORTAL_SECRET: secret(),
    },
    dashboards: {
      DATABASE_URL: as('nashra_dashboards'),
      REDIS_URL: redis.url,
      OPS_PASSWORD: secret(),
      OPS_SECRET: secret(),
    },
  };
  const settings = ofKind(manifests, 'ConfigMap').map((it) => [it.metadata.name, it.data ?? {}]);
  const folder = join(dir, 'blobs');
  mkdirSync(folder);
  const db = open.use(openDb(postgres.url, { poolSize: 6, statementTimeoutMs: 60_000 }));
  const queues = open.use(openQueues(contracts, { redisUrl: redis.url, prefix: 'nashra' }));
  const held = open.move();
  return {
    cluster: {
      dir,
      env: { ...Object.fromEntries(settings), ...secrets },
      machine: {
        NASHRA_BLOBS: folder,
        OPS_PORT: '0',
        PORTAL_PORT: '0',
        INBOUND_PORT: '0',
        // Publishers are on loopback too, and few.
        FETCH_ALLOW_PRIVATE: '127.0.0.1',
        HOST_INTERVAL_MS: '20',
        RECONCILE_GRACE_MS: '5000',
      },
    },
    redisUrl: redis.url,
    db,
    queues,
    blobs: await openBlobs(folder),
    openDoors: () => makeServiceLogins(postgres.url, passwords),
    [Symbol.asyncDispose]: () => held.disposeAsync(),
  };
}

const secret = (): string => randomBytes(24).toString('base64url');
