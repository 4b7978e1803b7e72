import { askForRun, askOfRun, listRuns, type Pipeline, readRun } from '@nashra/pipeline';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { RIGHTS } from '../access/rights.ts';
import { VERBS } from '../pages/failures.ts';
import { missingPage } from '../pages/login.ts';
import { runPage, runsPage } from '../pages/runs.ts';
import { viewOf } from '../site/view.ts';
import { acting } from './acting.ts';

const number = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);
const id = z.object({ id: number });
const order = z.object({
  verb: z.enum([...VERBS, 'reextract']),
  filter: z.string().min(1).max(2_000),
  because: z.string().trim().min(1).max(2_000),
  rate: z
    .union([z.literal('').transform(() => null), z.coerce.number().int().min(1).max(10_000)])
    .default(null),
  atOnce: z.literal('1').optional(),
});
const RUNS = 100;

/** What is done to many at once: begun here, done by whoever steps runs. */
export function serveRuns(app: FastifyInstance, { db }: Pipeline): void {
  const look = { config: { right: RIGHTS.look } };
  const act = { config: { right: RIGHTS.failures } };

  app.get('/runs', look, async (request, reply) => {
    return reply.type('text/html').send(runsPage(viewOf(request), await listRuns(db, RUNS)));
  });
  app.get('/runs/:id', look, async (request, reply) => {
    const run = await readRun(db, id.parse(request.params).id);
    const view = viewOf(request);
    reply.type('text/html');
    return run ? reply.send(runPage(view, run)) : reply.code(404).send(missingPage(view));
  });
  app.post('/runs', act, async (request, reply) => {
    const { atOnce, because, ...it } = order.parse(request.body);
    const isWhole = atOnce !== undefined;
    const run = await askForRun(db, { ...it, isWhole }, acting(request, because));
    return reply.redirect(`/runs/${run}`, 303);
  });
  for (const wanted of ['abort', 'undo', 'pause', 'resume'] as const)
    app.post(`/runs/:id/${wanted}`, act, async (request, reply) => {
      const run = id.parse(request.params).id;
      await askOfRun(db, run, wanted, acting(request));
      return reply.redirect(`/runs/${run}`, 303);
    });
}
