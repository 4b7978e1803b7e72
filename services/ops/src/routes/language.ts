import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { localPath } from '../access/local-path.ts';
import { TONGUE_COOKIE } from '../site/view.ts';
import { TONGUES } from '../words/words.ts';

const chosen = z.object({ to: z.enum(TONGUES), back: z.string().max(8_192).default('/') });
const YEAR_SECONDS = 365 * 24 * 3_600;

/** Somebody chooses the language of the pages, at the door too. */
export function serveLanguage(app: FastifyInstance): void {
  app.post('/language', async (request, reply) => {
    const { to, back } = chosen.parse(request.body);
    reply.setCookie(TONGUE_COOKIE, to, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: request.protocol === 'https',
      maxAge: YEAR_SECONDS,
    });
    const isDoor = back.startsWith('/login');
    return reply.redirect(isDoor ? '/login' : localPath(back), 303);
  });
}
