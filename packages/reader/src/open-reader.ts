import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { ReaderSchema } from './schema.ts';
import { waysTo } from './ways.ts';

/** A connection that reads schema `reader` and nothing else. */
export type Reader = Kysely<ReaderSchema>;

/** One that knows where its database is, and can listen there. */
export type OpenReader = Reader & { readonly url: string };

export interface ReaderOptions {
  readonly poolSize?: number;
  /** Ends any single statement after this long. Default 30 s. */
  readonly statementTimeoutMs?: number;
  /** Shown in pg_stat_activity. */
  readonly name?: string;
  /** Told of errors of idle connections; the pool replaces them by itself. */
  readonly onError?: (error: Error) => void;
}

const { INT8 } = pg.types.builtins;
/** int8 as a number: ids and seqs stay far below 2^53. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format: 'text') =>
    oid === INT8 ? Number : pg.types.getTypeParser(oid, format)) as typeof pg.types.getTypeParser,
};

/** Opens the database as a reader; any login with the role `nashra_reader` will do. Connects with the first question. */
export function openReader(url: string, options: ReaderOptions = {}): OpenReader {
  const { servers, isPooled } = waysTo(url);
  const pool = new pg.Pool({
    connectionString: servers[0],
    max: options.poolSize ?? 4,
    connectionTimeoutMillis: 10_000,
    // A pooler's sessions have the limits of their login.
    ...(!isPooled && {
      statement_timeout: options.statementTimeoutMs ?? 30_000,
      idle_in_transaction_session_timeout: 60_000,
    }),
    application_name: options.name ?? 'nashra-reader',
    types,
  });
  pool.on('error', (error) => options.onError?.(error));
  // One that is lost between two statements of a transaction tells whoever asks next; unheard it would end the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  return asReader(new Kysely({ dialect: new PostgresDialect({ pool }) }), url);
}

/** The reader's door on a connection that somebody holds already; `url` where it is to follow changes too. */
export function asReader<Schema>(db: Kysely<Schema>): Reader;
export function asReader<Schema>(db: Kysely<Schema>, url: string): OpenReader;
export function asReader<Schema>(db: Kysely<Schema>, url?: string): Reader {
  return url === undefined ? (db as unknown as Reader) : (Object.assign(db, { url }) as never);
}
