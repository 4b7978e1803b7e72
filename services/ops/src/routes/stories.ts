import { readAudit } from '@nashra/audit';
import type { Pipeline } from '@nashra/pipeline';
import { asReader, readArticle, readStory, type Story } from '@nashra/reader';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { RIGHTS } from '../access/rights.ts';
import { missingPage } from '../pages/login.ts';
import { storyPage } from '../pages/stories.ts';
import { viewOf } from '../site/view.ts';
import { carriedOut } from '../state/errands.ts';
import { acting } from './acting.ts';

const id = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);
const asked = z.object({ of: id, with: z.union([id, z.literal('')]).optional() });
const because = z.string().trim().min(1).max(2_000);
const deed = z.discriminatedUnion('verb', [
  z.object({ verb: z.literal('merge'), from: id, into: id, because }),
  z.object({
    verb: z.literal('split'),
    articles: z.union([z.array(id).min(1).max(1_000), id.transform((it) => [it])]),
    because,
  }),
]);
const DEEDS = 20;

/** Stories that a person merges or takes apart. */
export function serveStories(app: FastifyInstance, { db }: Pipeline): void {
  /** By its own id or that of an article it tells. */
  async function find(what: number): Promise<Story | undefined> {
    const reader = asReader(db);
    const article = await readArticle(reader, what);
    return await readStory(reader, article?.story ?? what);
  }
  app.get('/stories', { config: { right: RIGHTS.look } }, async (request, reply) => {
    const { of, with: second } = asked.parse(request.query);
    const view = viewOf(request);
    const story = await find(of);
    reply.type('text/html');
    if (!story) return reply.code(404).send(missingPage(view));
    const other = second ? ((await find(second)) ?? null) : null;
    const deeds = await readAudit(db, { subject: `story ${story.id}`, limit: DEEDS });
    return reply.send(storyPage(view, { story, other, deeds }));
  });
  app.post('/stories/act', { config: { right: RIGHTS.desk } }, async (request, reply) => {
    const { because: why, ...said } = deed.parse(request.body);
    const act = acting(request, why);
    if (said.verb === 'merge') {
      const { from, into } = said;
      await carriedOut(db, 'story.merge', { from, into }, act);
      return reply.redirect(`/stories?of=${from}`, 303);
    }
    const { answer } = await carriedOut(db, 'story.split', { articles: said.articles }, act);
    return reply.redirect(`/stories?of=${(answer as { from: number }).from}`, 303);
  });
}
