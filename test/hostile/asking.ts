import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { request } from 'node:http';
import { join } from 'node:path';
import { type LoadedService, loadService } from '@nashra/stack';
import type { Servers } from './servers.ts';

export interface Answer {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly text: string;
}

/** One that a site answers, as it is told to the router: `/runs/:id`. */
export interface SiteRoute {
  readonly method: string;
  readonly url: string;
}

/** A service with a site of its own, and all that it answers: what is added to it is attacked without anybody's thinking of it. */
export type Site = LoadedService & {
  readonly sitePort: number;
  readonly routes: readonly SiteRoute[];
};

export type Ask = (
  path: string,
  options?: { method?: string; headers?: Record<string, string>; body?: string },
) => Promise<Answer>;

/** By Node's own client, a connection each: a browser's would not let us lie about the host. */
export const asker =
  (port: number): Ask =>
  (path, { method = 'GET', headers = {}, body } = {}) =>
    new Promise((resolve, reject) => {
      const asked = request(
        { port, host: '127.0.0.1', path, method, headers, agent: false },
        (answer) => {
          let text = '';
          answer.setEncoding('utf8');
          const told = () =>
            resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text });
          answer.on('data', (chunk) => {
            text += chunk;
          });
          answer.on('end', told);
          // One that never ends is left again.
          if (answer.headers['content-type']?.startsWith('text/event-stream')) {
            told();
            answer.destroy();
          }
        },
      );
      asked.on('error', reject);
      // Of methods that rarely have a body Node says no length by itself, and the server would take it for the next request.
      if (body !== undefined) asked.setHeader('content-length', Buffer.byteLength(body));
      asked.end(body);
    });

export const cookiesOf = ({ headers }: Answer): string[] =>
  (headers['set-cookie'] as string[] | undefined)?.map((it) => it.split(';', 1)[0] ?? '') ?? [];

/** What a library or the database says, and a page must not. */
export const TOLD =
  /invalid byte|out of range|syntax error|relation "|from nashra|node_modules|FST_|ECONN|at Object\./i;

export const PASSWORD = 'a-long-password';
export const JSON_TYPE = { 'content-type': 'application/json' };
export const FORM_TYPE = { 'content-type': 'application/x-www-form-urlencoded' };

/** Opens a service that strangers reach, in this process. */
export async function openSite(
  name: string,
  { dir, postgres, redis }: Servers,
  more: Readonly<Record<string, string>> = {},
): Promise<Site> {
  const env = {
    DATABASE_URL: postgres.url,
    REDIS_URL: redis.url,
    NASHRA_DATA: join(dir, 'data'),
    NASHRA_BLOBS: join(dir, 'blobs'),
    OPS_PASSWORD: PASSWORD,
    OPS_PORT: '0',
    PORTAL_PORT: '0',
    INBOUND_PORT: '0',
    LOG_LEVEL: 'error',
    ...more,
  };
  const routes: SiteRoute[] = [];
  const watch = (message: unknown) => {
    const { fastify } = message as { fastify: Routing };
    fastify.addHook('onRoute', ({ method, url }) => {
      for (const it of [method].flat()) routes.push({ method: it, url });
    });
  };
  const open = await loadService(name);
  subscribe(INITIALIZED, watch);
  try {
    const site = (await open(env)) as LoadedService & { sitePort: number };
    return Object.assign(site, { routes });
  } finally {
    unsubscribe(INITIALIZED, watch);
  }
}

interface Routing {
  addHook(at: 'onRoute', told: (route: { method: string | string[]; url: string }) => void): void;
}

/** Where Fastify says that there is a new app. */
const INITIALIZED = 'fastify.initialization';

/** Somebody of ours, by their session. */
export async function logIn(ask: Ask, user = 'operator', password = PASSWORD): Promise<string> {
  const body = JSON.stringify({ user, password });
  const answer = await ask('/login', { method: 'POST', headers: JSON_TYPE, body });
  return cookiesOf(answer)[0] ?? '';
}
