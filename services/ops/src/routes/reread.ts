import { ErrandError, type Pipeline } from '@nashra/pipeline';
import type { ReadingReport } from '@nashra/reading';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { RIGHTS } from '../access/rights.ts';
import { type Reread, rereadPage } from '../pages/reread.ts';
import { viewOf } from '../site/view.ts';
import { carriedOut } from '../state/errands.ts';
import { acting } from './acting.ts';

const asked = z.object({
  filter: z.string().trim().max(2_000).default(''),
  pages: z.coerce.number().int().min(1).max(1_000).default(100).catch(100),
});

/** Reading kept pages again: what would change is read by parse, which has the bytes and what bounds a page. */
export function serveReread(app: FastifyInstance, { db }: Pipeline): void {
  app.get('/reread', { config: { right: RIGHTS.failures } }, async (request, reply) => {
    const question = asked.parse(request.query);
    const it: Reread = { ...question, complaint: null, report: null };
    reply.type('text/html');
    if (question.filter === '') return reply.send(rereadPage(viewOf(request), it));
    try {
      const { answer } = await carriedOut(db, 'pages.compare', question, acting(request));
      return reply.send(rereadPage(viewOf(request), { ...it, report: answer as ReadingReport }));
    } catch (error) {
      if (!(error instanceof ErrandError)) throw error;
      const complaint = error.message;
      return reply.code(400).send(rereadPage(viewOf(request), { ...it, complaint }));
    }
  });
}
