import { type Db, makeServiceLogins, openDb } from '@nashra/db';
import type { RunningServer } from '@nashra/stack';
import { ownPostgres, type TestDatabase } from '@nashra/testkit';

const PASSWORDS = { nashra_services: 'of-services', nashra_dashboards: 'of-dashboards' } as const;

/** A Postgres of a test's own, migrated, with the logins of services. */
export interface OwnServer extends AsyncDisposable {
  readonly dir: string;
  readonly postgres: RunningServer;
  /** As its superuser. */
  readonly db: Db;
  /** The address for one of these logins, at another port of the same database if need be. */
  addressOf(login: keyof typeof PASSWORDS, port?: number): string;
  /** As the pipeline of test/pipeline.ts takes it. */
  asTestDatabase(): TestDatabase;
}

export async function openOwnServer(
  settings: Readonly<Record<string, string>> = {},
): Promise<OwnServer> {
  await using open = new AsyncDisposableStack();
  const { dir, server: postgres } = open.use(await ownPostgres({ settings }));
  await makeServiceLogins(postgres.url, PASSWORDS);
  const db = open.use(openDb(postgres.url, { poolSize: 4, statementTimeoutMs: 60_000 }));
  const held = open.move();
  return {
    dir,
    postgres,
    db,
    addressOf(login, port = postgres.port) {
      const url = new URL(postgres.url);
      return Object.assign(url, { username: login, password: PASSWORDS[login], port: `${port}` })
        .href;
    },
    asTestDatabase: () => ({ url: postgres.url, db, owner: db, drop: async () => {} }),
    [Symbol.asyncDispose]: () => held.disposeAsync(),
  };
}
