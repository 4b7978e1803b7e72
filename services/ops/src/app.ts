import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import type { Logger } from '@nashra/log';
import type { Queues } from '@nashra/queue';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Credentials } from './access/credentials.ts';
import { guard } from './access/guard.ts';
import { html } from './pages/html.ts';
import { bare, livePage, PAGE_POLICY } from './pages/layout.ts';
import { overviewPage } from './pages/overview.ts';
import { healthCounts, sourcesTable } from './pages/sources.ts';
import { serveQueueBoards } from './queue-boards.ts';
import type { PipelineState } from './state/state.ts';

export interface AppDeps {
  readonly credentials: Credentials;
  readonly trustProxy: boolean;
  readonly state: PipelineState;
  readonly queues: Queues;
  readonly log: Logger;
  /** Throws when the database or Redis does not answer. */
  ready(): Promise<void>;
}

/** The operators' site; everything but the login and the health checks is behind the login. */
export async function createApp(deps: AppDeps): Promise<FastifyInstance> {
  const { state, queues, log } = deps;
  const app = Fastify({
    trustProxy: deps.trustProxy,
    bodyLimit: 256 * 1024,
    forceCloseConnections: true,
    requestTimeout: 30_000,
  });
  await app.register(cookie);
  await app.register(formbody);
  app.addHook('onRequest', async (_, reply) => {
    reply.headers({
      'content-security-policy': PAGE_POLICY,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cache-control': 'no-store',
    });
  });
  guard(app, deps.credentials);

  app.get('/healthz', () => 'ok\n');
  app.get('/readyz', async (_, reply) => {
    const isReady = await deps.ready().then(
      () => true,
      () => false,
    );
    return reply.code(isReady ? 200 : 503).send(isReady ? 'ready\n' : 'not ready\n');
  });
  app.get('/api/status', () => state.status());
  app.get('/', async (_, reply) => {
    return reply.type('text/html').send(overviewPage(await state.overview()));
  });
  app.get('/sources', async (_, reply) => {
    const sources = await state.sources();
    const main = html`<section><h2>Sources ${healthCounts(sources)}</h2>${sourcesTable(sources)}</section>`;
    return reply.type('text/html').send(livePage('/sources', 'Sources', main));
  });
  await serveQueueBoards(app, queues, '/queues');

  app.setNotFoundHandler((_, reply) => {
    const body = html`<section class="login"><h2>Not here</h2><a href="/">To the overview</a></section>`;
    return reply.code(404).type('text/html').send(bare('Not here', body));
  });
  app.setErrorHandler((err: Error & { statusCode?: number }, request, reply) => {
    const status = err.statusCode ?? 500;
    if (status >= 500) log.warn({ err, url: request.url }, 'page failed');
    const error = status >= 500 ? 'The database or Redis did not answer.' : err.message;
    return reply.code(status).send({ error });
  });
  return app;
}
