import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { makeServiceLogins, migrateToLatest } from '@nashra/db';
import { print, printJson } from '../output/print.ts';
import { requireSystem } from '../system/find-system.ts';
import { setting } from '../system/setting.ts';

export async function runMigrate({ json }: { json?: true }): Promise<void> {
  const { databaseUrl } = requireSystem();
  const applied = await migrateToLatest(databaseUrl);
  const services = setting('SERVICES_LOGIN_FILE');
  const dashboards = setting('DASHBOARDS_LOGIN_FILE');
  if (services && dashboards) {
    await makeServiceLogins(databaseUrl, {
      nashra_services: passwordIn(services),
      nashra_dashboards: passwordIn(dashboards),
    });
  }
  if (json) return printJson({ applied });
  print(applied.length > 0 ? `Applied ${applied.join(', ')}.` : 'Up to date.');
}

/** Of the file, or a new one in it, whole at once: services that run go on with theirs. */
function passwordIn(file: string): string {
  if (!existsSync(file)) {
    writeFileSync(`${file}.new`, randomBytes(24).toString('base64url'), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  return readFileSync(file, 'utf8').trim();
}
