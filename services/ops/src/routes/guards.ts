import { readAudit } from '@nashra/audit';
import { countPagesOf, goOn, heldBy, type Pipeline } from '@nashra/pipeline';
import { findGuard, listGuards, setGuard } from '@nashra/sources';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { RIGHTS } from '../access/rights.ts';
import { guardPage, guardsPage } from '../pages/guards.ts';
import { viewOf } from '../site/view.ts';
import { acting } from './acting.ts';

const asked = z.object({ of: z.string().max(200).optional() });
const deed = z.object({
  publisher: z.string().min(1).max(200),
  verb: z.enum(['go-on', 'hold', 'off']),
  because: z.string().trim().min(1).max(2_000),
});
const DEEDS = 20;

export function serveGuards(app: FastifyInstance, { db }: Pipeline): void {
  app.get('/guards', { config: { right: RIGHTS.look } }, async (request, reply) => {
    const { of } = asked.parse(request.query);
    const view = viewOf(request);
    reply.type('text/html');
    if (of === undefined) return reply.send(guardsPage(view, await listGuards(db)));
    const guard = await findGuard(db, of);
    const held = await countPagesOf(db, heldBy(of));
    const deeds = await readAudit(db, { subject: of, limit: DEEDS });
    return reply.send(guardPage(view, { guard, held, deeds }));
  });
  app.post('/guards/act', { config: { right: RIGHTS.sources } }, async (request, reply) => {
    const { publisher, verb, because } = deed.parse(request.body);
    const act = acting(request, because);
    const run = verb === 'go-on' ? await goOn(db, publisher, act) : null;
    if (verb !== 'go-on') await setGuard(db, publisher, verb === 'hold' ? 'held' : 'off', act);
    const back = `/guards?${new URLSearchParams({ of: publisher })}`;
    return reply.redirect(run === null ? back : `/runs/${run}`, 303);
  });
}
