import type { Secret } from '@nashra/env';
import { type DialectAdapter, Kysely, PostgresDialect, type PostgresPool } from 'kysely';
import pg from 'pg';
import { readDatabaseAddress } from './database-address.ts';
import { PreparingClient } from './preparing-client.ts';
import { createPrimary, demandPrimary, type Primary } from './primary.ts';
import type { Role } from './role-names.ts';
import type { Database } from './schema.ts';
import { watchPeer } from './watch-peer.ts';

export type Db = Kysely<Database> & AsyncDisposable;

/** A connection or a transaction. */
export type Queryable = Kysely<Database>;

/** int8 as a JS number: our ids stay far below 2^53. Set once, for this process. */
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export interface DbOptions {
  readonly poolSize: number;
  /**
   * Acts as this role where the login is a member of it, so that a login that may do all does no more than is its part. Behind
   * a pooler of transactions it acts as the login: what it became would be what others are who get the session next.
   */
  readonly as?: Role;
  /** Ends any single statement after this long; 0 for none (migrations). Default 30 s. */
  readonly statementTimeoutMs?: number;
  /** Shown in pg_stat_activity. */
  readonly name?: string;
  /** Told of errors of idle connections (the pool replaces them by itself). */
  readonly onError?: (error: Error) => void;
  /** Ends a session that is silent within a transaction; 0 for never. Default a minute. */
  readonly idleInTransactionMs?: number;
  /** A replica will do, of several servers: nothing is written. */
  readonly onlyReads?: boolean;
  /** In the place of Kysely's own. */
  readonly adapter?: DialectAdapter;
}

/** The server's own limit comes first by so much. */
const ANSWER_MS = 1_500;
const END_MS = 5_000;

/**
 * Opens a pool on the schema `nashra`. Connects lazily: the first query fails if nobody listens.
 *
 * @throws TypeError when it is no address (`readDatabaseAddress`)
 */
export function openDb(url: string | Secret, options: DbOptions): Db {
  const statementMs = options.statementTimeoutMs ?? 30_000;
  const { servers, isPooled, mayPrepare } = readDatabaseAddress(url);
  const primary = createPrimary(servers);
  const mustBePrimary = primary.servers > 1 && !options.onlyReads;
  const role = isPooled ? undefined : options.as;
  const pool = new pg.Pool({
    async onConnect(client: pg.ClientBase) {
      if (mustBePrimary) await demandPrimary(client);
      if (role) await become(client, role);
    },
    // The server ends a statement in time, unless it is no longer there.
    Client: clientOf(primary, mayPrepare, statementMs > 0 ? statementMs + ANSWER_MS : 0),
    max: options.poolSize,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    // A pooler's sessions have the limits of their login: what is said at the start of ours would reach nobody.
    ...(!isPooled && {
      statement_timeout: statementMs,
      idle_in_transaction_session_timeout: options.idleInTransactionMs ?? 60_000,
    }),
    application_name: options.name ?? 'nashra',
  });
  pool.on('error', (error) => options.onError?.(error));
  const dialect = new PostgresDialect({ pool: endingSoon(pool, primary, mustBePrimary) });
  const { adapter } = options;
  if (adapter) dialect.createAdapter = () => adapter;
  return new Kysely<Database>({ dialect }).withSchema('nashra') as Db;
}

/** What a pool opens: a connection to whoever is the primary by then. */
function clientOf(primary: Primary, mayPrepare: boolean, answerMs: number) {
  return class extends PreparingClient {
    constructor(config?: pg.ClientConfig) {
      super({ ...config, connectionString: primary.url }, mayPrepare, answerMs);
    }
  };
}

/** A pool that ends although a server does not answer: who is still asked then is hung up on. */
function endingSoon(pool: pg.Pool, primary: Primary, mustBePrimary: boolean): PostgresPool {
  const open = new Set<pg.PoolClient>();
  pool.on('connect', (client) => open.add(client));
  pool.on('remove', (client) => open.delete(client));
  const watch = watchPeer(pool, mustBePrimary);
  return {
    options: pool.options,
    connect: () => connect(pool, primary),
    async end() {
      watch[Symbol.dispose]();
      const late = setTimeout(() => {
        for (const client of open) if (client instanceof PreparingClient) client.hangUp();
      }, END_MS);
      await pool.end().finally(() => clearTimeout(late));
    },
  };
}

/** A connection to the primary, whichever of the servers that is. One that turned out to be of none goes with its work. */
async function connect(pool: pg.Pool, primary: Primary): Promise<pg.PoolClient> {
  for (let left = primary.servers; ; ) {
    const { url } = primary;
    try {
      const client = await pool.connect();
      if (!isOutdated(client)) return leavingWhen(client, () => primary.leave(url));
      client.release(true);
    } catch (error) {
      primary.leave(url);
      left -= 1;
      if (left <= 0) throw error;
    }
  }
}

/** Each is given back once: then it is thrown away if its server has refused to write. */
function leavingWhen(client: pg.PoolClient, leave: () => void): pg.PoolClient {
  const release = client.release;
  client.release = (error) => {
    const outdated = isOutdated(client);
    if (outdated) leave();
    release(error ?? outdated);
  };
  return client;
}

const isOutdated = (client: pg.PoolClient): boolean =>
  client instanceof PreparingClient && client.isReadOnly;

/** Goes before whatever is asked of a new connection; one that cannot is thrown away. */
async function become(client: pg.ClientBase, role: Role): Promise<void> {
  await client.query(`select set_config('role', rolname, false) from pg_roles
    where rolname = '${role}' and rolname <> session_user and pg_has_role(session_user, oid, 'member')`);
}
