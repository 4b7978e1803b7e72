import { randomBytes } from 'node:crypto';
import { makeServiceLogins } from '@nashra/db';
import { queues } from '@nashra/pipeline';
import type { RedisUsers, Stack } from '@nashra/stack';
import { setting } from '../system/setting.ts';
import type { ServiceName } from './services.ts';

/** Where a service finds Postgres and Redis, with a login that opens what it needs. */
export interface Doors {
  readonly databaseUrl: string;
  readonly redisUrl: string;
}

/** Keys of an installation: services' all, the dashboards' those of queues. */
export function redisUsers(prefix = setting('NASHRA_PREFIX') ?? 'nashra'): RedisUsers {
  // Of the whole system: whether Redis takes writes, who is there, and what stands in the way.
  const common = `{${prefix}}:*`;
  return {
    services: [`{${prefix}:*`, common],
    dashboards: [...Object.keys(queues).map((name) => `{${prefix}:${name}}:*`), common],
  };
}

/**
 * Gives services and dashboards logins of their own on servers that are ours, made up anew at each start; on servers of the
 * caller's own all use his, and put on their role when they connect.
 */
export async function openDoors(stack: Stack): Promise<(name: ServiceName) => Doors> {
  const { databaseUrl, redisUrl, redisUserUrls: redis } = stack;
  const passwords = { nashra_services: random(), nashra_dashboards: random() };
  if (stack.ownsPostgres) await makeServiceLogins(databaseUrl, passwords);
  const database = (login: keyof typeof passwords) =>
    stack.ownsPostgres ? withLogin(databaseUrl, login, passwords[login]) : databaseUrl;
  const services = {
    databaseUrl: database('nashra_services'),
    redisUrl: redis['services'] ?? redisUrl,
  };
  const dashboards = {
    databaseUrl: database('nashra_dashboards'),
    redisUrl: redis['dashboards'] ?? redisUrl,
  };
  return (name) => (name === 'ops' ? dashboards : services);
}

function withLogin(address: string, user: string, password: string): string {
  const url = new URL(address);
  url.username = user;
  url.password = password;
  return url.href;
}

function random(): string {
  return randomBytes(18).toString('base64url');
}
