import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import type { Pipeline } from '@nashra/pipeline';
import { cleaned, knownMethods } from '@nashra/site';
import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import { type GuardDeps, guard } from './access/guard.ts';
import { RIGHTS } from './access/rights.ts';
import { lastResorts } from './last-resorts.ts';
import { PAGE_POLICY } from './pages/layout.ts';
import { overviewPage } from './pages/overview.ts';
import { REFRESH_SECONDS } from './pages/refresh.ts';
import { serveQueueBoards } from './queue-boards.ts';
import { serveApi } from './routes/api.ts';
import { serveAudit } from './routes/audit.ts';
import { serveDesk } from './routes/desk.ts';
import { serveFailures } from './routes/failures.ts';
import { serveGuards } from './routes/guards.ts';
import { serveJourney } from './routes/journey.ts';
import { serveLanguage } from './routes/language.ts';
import { serveLive } from './routes/live.ts';
import { servePeople } from './routes/people.ts';
import { serveReread } from './routes/reread.ts';
import { serveRuns } from './routes/runs.ts';
import { type SignOnDeps, serveSignOn } from './routes/sign-on.ts';
import { serveSources } from './routes/sources.ts';
import { serveStories } from './routes/stories.ts';
import { viewOf } from './site/view.ts';
import type { PipelineState } from './state/state.ts';

export interface AppDeps extends GuardDeps {
  readonly trustProxy: boolean;
  readonly state: PipelineState;
  readonly pipeline: Pipeline;
  readonly signOns?: SignOnDeps | undefined;
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
  const methodsOf = knownMethods(app);
  lastResorts(app, log, methodsOf);
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
  guard(app, deps, methodsOf);
  if (deps.signOns) serveSignOn(app, deps.signOns);
  // Before any route, those of others too, and before any schema.
  app.addHook('preValidation', async (request) => {
    request.params = cleaned(request.params);
    request.query = cleaned(request.query);
    request.body = cleaned(request.body);
  });

  app.get('/healthz', () => 'ok\n');
  app.get('/readyz', async (_, reply) => {
    const isReady = await deps.ready().then(
      () => true,
      () => false,
    );
    return reply.code(isReady ? 200 : 503).send(isReady ? 'ready\n' : 'not ready\n');
  });
  const look = { config: { right: RIGHTS.look } };
  app.get('/api/status', look, () => state.status());
  app.get('/', look, async (request, reply) => {
    return reply.type('text/html').send(overviewPage(viewOf(request), await state.overview()));
  });
  serveLive(app, REFRESH_SECONDS * 1_000);
  serveLanguage(app);
  serveFailures(app, pipeline);
  serveRuns(app, pipeline);
  serveReread(app, pipeline);
  serveSources(app, pipeline, state);
  serveGuards(app, pipeline);
  serveDesk(app, pipeline);
  serveStories(app, pipeline);
  serveJourney(app, pipeline);
  serveAudit(app, pipeline);
  servePeople(app, pipeline, deps.passwords.name);
  serveApi(app, { pipeline, state, own: deps.passwords.name });
  await serveQueueBoards(app, pipeline.queues, '/queues');
  return app;
}
