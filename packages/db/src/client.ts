import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { PreparingClient } from './preparing-client.ts';
import type { Database } from './schema.ts';

export type Db = Kysely<Database> & AsyncDisposable;

/** A connection or a transaction. */
export type Queryable = Kysely<Database>;

/** int8 as a JS number: our ids stay far below 2^53. Set once, for this process. */
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export interface DbOptions {
  readonly poolSize: number;
  /** Ends any single statement after this long; 0 for none (migrations). Default 30 s. */
  readonly statementTimeoutMs?: number;
  /** Shown in pg_stat_activity. */
  readonly name?: string;
  /** Told of errors of idle connections (the pool replaces them by itself). */
  readonly onError?: (error: Error) => void;
}

/** Opens a pool on the schema `nashra`. Connects lazily: the first query fails if nobody listens. */
export function openDb(url: string, options: DbOptions): Db {
  const pool = new pg.Pool({
    Client: PreparingClient,
    connectionString: url,
    max: options.poolSize,
    connectionTimeoutMillis: 10_000,
    statement_timeout: options.statementTimeoutMs ?? 30_000,
    idle_in_transaction_session_timeout: 60_000,
    application_name: options.name ?? 'nashra',
  });
  pool.on('error', (error) => options.onError?.(error));
  // One that is lost between two statements of a transaction tells whoever asks next; unheard it would end the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  return new Kysely<Database>({ dialect: new PostgresDialect({ pool }) }).withSchema(
    'nashra',
  ) as Db;
}
