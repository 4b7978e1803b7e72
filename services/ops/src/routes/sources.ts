import { readAudit } from '@nashra/audit';
import type { Pipeline } from '@nashra/pipeline';
import { listSources, pollNow, setSource, setSourceState } from '@nashra/sources';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { localPath } from '../access/local-path.ts';
import { RIGHTS } from '../access/rights.ts';
import { missingPage } from '../pages/login.ts';
import { sourcePage, sourcesPage } from '../pages/sources.ts';
import { viewOf } from '../site/view.ts';
import { pickSources, SOURCE_SORTS } from '../state/sort-sources.ts';
import type { PipelineState } from '../state/state.ts';
import { acting } from './acting.ts';

const text = z.string().max(200).default('');
export const sourceQuestion = z.object({
  health: text,
  q: text,
  sort: z.enum(SOURCE_SORTS).default('urgency').catch('urgency'),
  page: z.coerce.number().int().min(1).max(10_000).default(1).catch(1),
});
const deed = z.object({
  source: z.string().min(1).max(4_096),
  verb: z.enum(['pause', 'resume', 'poll', 'set']),
  back: z.string().max(4_096).default('/sources'),
  because: z.string().max(2_000).optional(),
  interval: z.coerce.number().int().min(1).max(2_592_000).optional(),
  title: z.string().max(200).optional(),
});
const PAGE = 100;
const DEEDS = 50;

export function serveSources(
  app: FastifyInstance,
  { db }: Pipeline,
  state: Pick<PipelineState, 'sources'>,
): void {
  app.get('/sources', { config: { right: RIGHTS.look } }, async (request, reply) => {
    const { page, ...question } = sourceQuestion.parse(request.query);
    const all = await state.sources();
    const found = pickSources(all, question);
    const shown = found.slice((page - 1) * PAGE, page * PAGE);
    const next = found.length > page * PAGE ? page + 1 : null;
    const facts = { all, shown, matched: found.length, next, ...question };
    return reply.type('text/html').send(sourcesPage(viewOf(request), facts));
  });
  app.get('/source', { config: { right: RIGHTS.look } }, async (request, reply) => {
    const { of } = request.query as { of?: unknown };
    const view = viewOf(request);
    reply.type('text/html');
    const source = (await listSources(db)).find(({ address }) => address === of);
    if (!source) return reply.code(404).send(missingPage(view));
    const deeds = await readAudit(db, { subject: source.address, limit: DEEDS });
    return reply.send(sourcePage(view, source, deeds));
  });
  app.post('/sources/act', { config: { right: RIGHTS.sources } }, async (request, reply) => {
    const { source, verb, back, because, interval, title } = deed.parse(request.body);
    const act = acting(request, because);
    if (verb === 'poll') await pollNow(db, source, act);
    else if (verb === 'set') await setSource(db, source, { intervalSeconds: interval, title }, act);
    else await setSourceState(db, source, verb === 'pause' ? 'paused' : 'active', act);
    return reply.redirect(localPath(back), 303);
  });
}
