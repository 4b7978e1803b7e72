import { openDb, type Queryable } from '@nashra/db';
import type { Kysely } from 'kysely';
import type { ReaderSchema } from './schema.ts';

/** A connection that reads schema `reader` and nothing else. */
export type Reader = Kysely<ReaderSchema>;

/** Opens the database as a reader; any login with the role `nashra_reader` will do. */
export function openReader(
  url: string,
  options: { poolSize?: number } = {},
): Reader & AsyncDisposable {
  return asReader(
    openDb(url, { poolSize: options.poolSize ?? 4, name: 'nashra-reader' }),
  ) as Reader & AsyncDisposable;
}

/** The reader's door on a connection that somebody holds already. */
export function asReader(db: Queryable): Reader {
  return db as unknown as Reader;
}
