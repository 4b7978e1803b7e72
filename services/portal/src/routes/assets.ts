import type { FastifyInstance } from 'fastify';
import { ASSETS } from '../assets/assets.ts';
import { forGood, sendAnswer } from '../site/answer.ts';

/** Style, script and icon, under names that tell what they hold. */
export function serveAssets(app: FastifyInstance): void {
  for (const { path, type, text } of Object.values(ASSETS)) {
    const headers = { 'cache-control': 'public, max-age=31536000, immutable' };
    const answer = forGood({ status: 200, type, text, tags: [], headers });
    app.get(path, (request, reply) => sendAnswer(request, reply, answer));
  }
  // Asked for where no page names another: beside feeds and images.
  app.get('/favicon.ico', (_, reply) =>
    reply.header('cache-control', 'public, max-age=86400').redirect(ASSETS.icon.path, 302),
  );
}
