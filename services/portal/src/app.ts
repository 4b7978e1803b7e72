import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import { environmentFault } from '@nashra/errors';
import type { Logger } from '@nashra/log';
import { CursorError } from '@nashra/reader';
import { cleaned, knownMethods } from '@nashra/site';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { isApi, sendApiError } from './api/api-error.ts';
import type { Images } from './images/open-images.ts';
import type { Robot } from './pages/about.ts';
import { serveApi } from './routes/api.ts';
import { serveArticles } from './routes/articles.ts';
import { serveAssets } from './routes/assets.ts';
import { type News, serveEvents } from './routes/events.ts';
import { serveFeeds } from './routes/feeds.ts';
import { serveImages } from './routes/images.ts';
import { serveListings } from './routes/listings.ts';
import { type ReportDeps, serveReports } from './routes/reports.ts';
import { serveSearch } from './routes/search.ts';
import { serveSettings } from './routes/settings.ts';
import { withoutClosingSlash } from './site/closing-slash.ts';
import { limitRequests } from './site/limit-requests.ts';
import { Elsewhere, openSite, type SiteDeps } from './site/site.ts';
import { tongueOf } from './site/view.ts';

export interface AppDeps extends SiteDeps, ReportDeps {
  readonly images: Images;
  readonly trustProxy: boolean;
  readonly robot: Robot;
  readonly log: Logger;
  /** Throws when the database does not answer. */
  ready(): Promise<void>;
}

/** Everything a page needs comes from here, and nothing in it is inline. */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

/** What every answer says to a browser. */
const GUARD = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
} as const;

/** When to ask again while the database is away: it mostly comes back by itself. */
const RETRY_SECONDS = 10;

/** The reading site. */
export async function createApp(deps: AppDeps): Promise<{ app: FastifyInstance; news: News }> {
  const { log, library } = deps;
  const app = Fastify({
    trustProxy: deps.trustProxy,
    bodyLimit: 16 * 1024,
    forceCloseConnections: true,
    requestTimeout: 30_000,
    // Before any route or hook of ours is found: an address that is none.
    frameworkErrors: (_, request, reply) => {
      void sendFault(request as FastifyRequest, (reply as FastifyReply).headers(GUARD), 400);
    },
    // Longer than any title may be as the name of a section.
    routerOptions: { maxParamLength: 500 },
    rewriteUrl: (request) => tongueOf(request.url ?? '/').path,
  });
  const methodsOf = knownMethods(app);
  const site = openSite(app, deps);
  async function sendFault(
    request: FastifyRequest,
    reply: FastifyReply,
    status: number,
    err?: Error,
  ): Promise<FastifyReply> {
    if (isApi(request.originalUrl)) return sendApiError(reply, status, err);
    return await site
      .sendError(request, reply, status)
      .catch(() => reply.code(status).header('cache-control', 'no-store').send(''));
  }
  // Before anything that can fail: what is registered earlier would keep Fastify's own, which tells the error.
  app.setNotFoundHandler((request, reply) => {
    const methods = methodsOf(request);
    if (methods.length > 0) reply.header('allow', methods.join(', '));
    if (methods.length > 0 && request.method === 'OPTIONS') return reply.code(204).send();
    const bare = withoutClosingSlash(request.originalUrl);
    const isAsked = request.method === 'GET' || request.method === 'HEAD';
    if (isAsked && methods.length === 0 && bare !== undefined) return reply.redirect(bare, 301);
    return sendFault(request, reply, methods.length > 0 ? 405 : 404);
  });
  app.setErrorHandler(async (err: Error & { statusCode?: number }, request, reply) => {
    if (err instanceof Elsewhere && err.location !== undefined)
      return reply.redirect(err.location, err.status);
    const status = statusOf(err);
    if (status >= 500) log.warn({ err, url: request.url }, 'page failed');
    if (status === 503) reply.header('retry-after', RETRY_SECONDS);
    return await sendFault(request, reply, status, err);
  });
  await app.register(cookie);
  await app.register(formbody);
  app.addHook('onRequest', async (_, reply) => {
    reply.headers(GUARD);
  });
  limitRequests(app);
  // Before any route, those of others too, and before any schema.
  app.addHook('preValidation', async (request) => {
    request.params = cleaned(request.params);
    request.query = cleaned(request.query);
    request.body = cleaned(request.body);
  });
  const news = serveEvents(app);
  serveAssets(app);
  serveArticles(site, library);
  serveListings(site, library, deps.robot);
  serveFeeds(site, library);
  serveImages(app, deps);
  serveReports(app, site, deps);
  serveSettings(app, site, deps);
  serveSearch(site, library);
  serveApi(app, site, library);

  app.get('/healthz', () => 'ok\n');
  app.get('/readyz', async (_, reply) => {
    const isReady = await deps.ready().then(
      () => true,
      () => false,
    );
    return reply.code(isReady ? 200 : 503).send(isReady ? 'ready\n' : 'not ready\n');
  });
  return { app, news };
}

/** Robots and readers come back after a 503, and take a 500 for a page that is broken. */
function statusOf(error: Error & { statusCode?: number }): number {
  if (error instanceof Elsewhere) return error.status;
  if (error instanceof CursorError) return 400;
  if (error.statusCode !== undefined) return error.statusCode;
  if (error instanceof RangeError) return 400;
  return environmentFault(error) ? 503 : 500;
}
