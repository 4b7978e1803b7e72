import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { makeServiceLogins } from '@nashra/db';
import { redisUserLine } from '@nashra/stack';
import { setting } from '../system/setting.ts';
import { redisUsers } from '../up/doors.ts';

/** Where the logins of services and dashboards are kept for containers; those without a place are not made. */
export async function keepLogins(databaseUrl: string): Promise<void> {
  const [services, dashboards] = [setting('SERVICES_LOGIN_FILE'), setting('DASHBOARDS_LOGIN_FILE')];
  if (services && dashboards) {
    await makeServiceLogins(databaseUrl, {
      nashra_services: passwordIn(services),
      nashra_dashboards: passwordIn(dashboards),
    });
  }
  keepRedisUsers();
}

/**
 * Writes the users of a Redis as its `aclfile`: the administrator, and those of services and dashboards with their keys and
 * commands. Hashes alone stand there, so that the server may read it whoever it runs as.
 */
function keepRedisUsers(): void {
  const file = setting('REDIS_USERS_FILE');
  const password = setting('REDIS_PASSWORD');
  const [services, dashboards] = [setting('SERVICES_REDIS_FILE'), setting('DASHBOARDS_REDIS_FILE')];
  if (!file || !password || !services || !dashboards) return;
  const keys = redisUsers();
  const lines = [
    redisUserLine('default', password, null),
    redisUserLine('services', passwordIn(services), keys['services'] ?? []),
    redisUserLine('dashboards', passwordIn(dashboards), keys['dashboards'] ?? []),
  ];
  writeWhole(file, `${lines.join('\n')}\n`, 0o644);
}

/** Of the file, or a new one in it: services that run go on with theirs. */
function passwordIn(file: string): string {
  if (!existsSync(file)) writeWhole(file, randomBytes(24).toString('base64url'), 0o600);
  return readFileSync(file, 'utf8').trim();
}

/** Nobody reads half of it. */
function writeWhole(file: string, text: string, mode: number): void {
  writeFileSync(`${file}.new`, text, { mode });
  chmodSync(`${file}.new`, mode);
  renameSync(`${file}.new`, file);
}
