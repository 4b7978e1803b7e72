import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import { findAddresses, findEnded } from '@nashra/ledger';
import type { Logger } from '@nashra/log';
import { FINAL_STATES, journeyOf, type Pipeline } from '@nashra/pipeline';
import { html } from '@nashra/site';
import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import { type GuardDeps, guard } from './access/guard.ts';
import { lastResorts } from './last-resorts.ts';
import { addressPage, unknownAddressPage } from './pages/address.ts';
import { addressesPage } from './pages/addresses.ts';
import { livePage, PAGE_POLICY } from './pages/layout.ts';
import { overviewPage } from './pages/overview.ts';
import { healthCounts, sourcesTable } from './pages/sources.ts';
import { serveQueueBoards } from './queue-boards.ts';
import type { PipelineState } from './state/state.ts';

export interface AppDeps extends GuardDeps {
  readonly trustProxy: boolean;
  readonly state: PipelineState;
  readonly pipeline: Pipeline;
  readonly log: Logger;
  /** Throws when the database or Redis does not answer. */
  ready(): Promise<void>;
}

/** The operators' site; everything but the login and the health checks is behind the login. */
export async function createApp(deps: AppDeps): Promise<FastifyInstance> {
  const { state, pipeline, log } = deps;
  const app = Fastify({
    trustProxy: deps.trustProxy,
    bodyLimit: 256 * 1024,
    forceCloseConnections: true,
    requestTimeout: 30_000,
    // Before any route or hook of ours is found: an address that is none.
    frameworkErrors: (_, __, reply) => {
      (reply as FastifyReply)
        .code(400)
        .headers({ 'content-security-policy': PAGE_POLICY, 'x-content-type-options': 'nosniff' })
        .send({ error: 'This address is none of ours.' });
    },
  });
  // Before anything that can fail: what is registered earlier would keep Fastify's own, which tells the error.
  lastResorts(app, log);
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
  guard(app, deps);

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
  app.get('/address', async (request, reply) => {
    const { of: what } = request.query as { of?: unknown };
    const text = typeof what === 'string' ? what.trim().slice(0, 4_096) : '';
    const journey = text === '' ? null : await journeyOf(pipeline, text);
    if (!journey) return reply.code(404).type('text/html').send(unknownAddressPage(text));
    return reply.type('text/html').send(addressPage(journey));
  });
  app.get('/addresses', async (request, reply) => {
    const { reason } = request.query as { reason?: unknown };
    const code = typeof reason === 'string' ? reason.slice(0, 40) : '';
    return reply.type('text/html').send(await endedPage(pipeline, code));
  });
  await serveQueueBoards(app, pipeline.queues, '/queues');
  return app;
}

const ENDED = 200;

async function endedPage({ db }: Pipeline, reason: string): Promise<string> {
  const filter = { states: FINAL_STATES, reasons: [reason], limit: ENDED };
  const { ids, totals } = await findEnded(db, filter);
  const rows = await findAddresses(db, { ids });
  const total = totals.reduce((sum, it) => sum + it.count, 0);
  return addressesPage(reason, rows, total);
}
