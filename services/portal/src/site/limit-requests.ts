import { hasNul, networkOf } from '@nashra/site';
import type { FastifyInstance } from 'fastify';
import { createLimiter } from './limiter.ts';
import { Elsewhere } from './site.ts';

const MINUTE_MS = 60_000;

/** What costs more than a page is limited by household: searches, and the API as a whole. */
export function limitRequests(app: FastifyInstance): void {
  const limits = [
    {
      path: /^\/(?:api\/v1\/)?search(?:[/?]|$)/,
      waitOf: createLimiter({ most: 60, windowMs: MINUTE_MS }),
    },
    { path: /^\/api(?:[/?]|$)/, waitOf: createLimiter({ most: 600, windowMs: MINUTE_MS }) },
  ];
  app.addHook('onRequest', async (request, reply) => {
    if (hasNul(request.url)) throw new Elsewhere(400);
    for (const { path, waitOf } of limits) {
      if (!path.test(request.url)) continue;
      const waitMs = waitOf(networkOf(request.ip));
      if (waitMs === 0) continue;
      reply.header('retry-after', Math.ceil(waitMs / 1_000));
      throw new Elsewhere(429);
    }
  });
}
