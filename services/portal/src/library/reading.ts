import { type Db, hasReached, openDb, positionOf } from '@nashra/db';
import { asReader, type OpenReader } from '@nashra/reader';
import type { Service } from '@nashra/service';
import type { Config } from '../config.ts';

/** Where the site reads. */
export interface Reading extends AsyncDisposable {
  readonly reader: OpenReader;
  /** Milliseconds after which it looks for changes, where nobody tells it; undefined for the usual. */
  readonly idleMs: number | undefined;
  /** Until what was just committed can be read there; who acts sees what came of it. */
  caughtUp(): Promise<void>;
}

/** Longer than a replica that is well is behind; a page that is late is worse than one that is old. */
const LONGEST_WAIT_MS = 1_000;
/** A replica can be read, and not be listened to. */
const LOOK_EVERY_MS = 1_000;
const STATEMENT_MS = 8_000;

/** On the replica where there is one, else on the service's own connections. */
export function openReading(config: Config, { db, log }: Pick<Service, 'db' | 'log'>): Reading {
  const url = config.DATABASE_READ_URL;
  if (!url) {
    return {
      reader: asReader(db, config.DATABASE_URL.reveal()),
      idleMs: undefined,
      caughtUp: async () => {},
      [Symbol.asyncDispose]: async () => {},
    };
  }
  const replica: Db = openDb(url, {
    poolSize: 6,
    statementTimeoutMs: STATEMENT_MS,
    name: 'nashra-portal-read',
    as: 'nashra_app',
    onlyReads: true,
    onError: (err) => log.warn({ err }, 'idle connection to the replica failed'),
  });
  return {
    reader: asReader(replica, url.reveal()),
    idleMs: LOOK_EVERY_MS,
    async caughtUp() {
      const position = await positionOf(db);
      if (!(await hasReached(replica, position, LONGEST_WAIT_MS)))
        log.warn('the replica is behind');
    },
    [Symbol.asyncDispose]: () => replica[Symbol.asyncDispose](),
  };
}
