import { migrateToLatest } from '@nashra/db';
import { print, printJson } from '../output/print.ts';
import { requireSystem } from '../system/find-system.ts';
import { keepLogins } from './kept-logins.ts';

export async function runMigrate({ json }: { json?: true }): Promise<void> {
  const { databaseUrl } = requireSystem();
  const applied = await migrateToLatest(databaseUrl);
  await keepLogins(databaseUrl);
  if (json) return printJson({ applied });
  print(applied.length > 0 ? `Applied ${applied.join(', ')}.` : 'Up to date.');
}
