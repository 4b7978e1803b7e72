import { setTimeout as sleep } from 'node:timers/promises';
import { migrateToLatest, pendingMigrations } from '@nashra/db';
import { CliError } from '../cli-error.ts';
import { EXIT } from '../exit-codes.ts';
import { print, printJson } from '../output/print.ts';
import { requireSystem } from '../system/find-system.ts';
import { keepLogins } from './kept-logins.ts';

export interface MigrateOptions {
  readonly json?: true;
  /** Seconds to wait for whoever migrates, in the place of migrating. */
  readonly wait?: number;
}

const LOOK_EVERY_MS = 1_000;

export async function runMigrate({ json, wait }: MigrateOptions): Promise<void> {
  const { databaseUrl } = requireSystem();
  if (wait !== undefined) return waitUntilMigrated(databaseUrl, wait);
  const applied = await migrateToLatest(databaseUrl);
  await keepLogins(databaseUrl);
  if (json) return printJson({ applied });
  print(applied.length > 0 ? `Applied ${applied.join(', ')}.` : 'Up to date.');
}

/** A database that is not there yet is one more thing to wait for. */
async function waitUntilMigrated(databaseUrl: string, seconds: number): Promise<void> {
  const end = performance.now() + 1_000 * seconds;
  let last = 'nothing was heard of the database';
  for (;;) {
    try {
      const [next] = await pendingMigrations(databaseUrl);
      if (next === undefined) return print('Up to date.');
      last = `${next} is not applied`;
    } catch (error) {
      last = (error as Error).message;
    }
    if (performance.now() > end) throw new CliError(`Not migrated in time: ${last}.`, EXIT.late);
    await sleep(LOOK_EVERY_MS);
  }
}
