import { migrateToLatest } from '@nashra/db';
import { print, printJson } from '../output/print.ts';
import { requireSystem } from '../system/find-system.ts';

export async function runMigrate({ json }: { json?: true }): Promise<void> {
  const applied = await migrateToLatest(requireSystem().databaseUrl);
  if (json) return printJson({ applied });
  print(applied.length > 0 ? `Applied ${applied.join(', ')}.` : 'Up to date.');
}
