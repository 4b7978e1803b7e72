import { answerUnsure, liftTakedown, listImages, listTakedowns } from '@nashra/articles';
import { type Pipeline, takeDownAll, unsureFields } from '@nashra/pipeline';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { RIGHTS } from '../access/rights.ts';
import { deskField } from '../api/desk.ts';
import { deskPage } from '../pages/desk.ts';
import { viewOf } from '../site/view.ts';
import { carriedOut } from '../state/errands.ts';
import { acting } from './acting.ts';

const because = z.string().trim().min(1).max(2_000);
const id = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);
const deed = z.discriminatedUnion('verb', [
  z.object({ verb: z.literal('right'), article: id, field: deskField }),
  z.object({
    verb: z.literal('wrong'),
    article: id,
    field: deskField,
    right: z.string().max(100_000),
  }),
  z.object({
    verb: z.literal('take-down'),
    author: z.string().trim().max(400).default(''),
    publisher: z.string().trim().max(200).default(''),
    because,
  }),
  z.object({ verb: z.literal('lift'), takedown: id, because }),
]);
const QUESTIONS = 50;

const turn = z.object({ verb: z.enum(['hide', 'show']), image: id, because });

export function serveDesk(app: FastifyInstance, { db }: Pipeline): void {
  app.get('/desk', { config: { right: RIGHTS.look } }, async (request, reply) => {
    const [unsure, takedowns, images] = await Promise.all([
      unsureFields(db, QUESTIONS),
      listTakedowns(db),
      listImages(db, { limit: QUESTIONS }),
    ]);
    return reply.type('text/html').send(deskPage(viewOf(request), { unsure, takedowns, images }));
  });
  app.post('/desk/images', { config: { right: RIGHTS.desk } }, async (request, reply) => {
    const { verb, image, because: why } = turn.parse(request.body);
    await carriedOut(db, `image.${verb}`, { image }, acting(request, why));
    return reply.redirect('/desk', 303);
  });
  app.post('/desk/act', { config: { right: RIGHTS.desk } }, async (request, reply) => {
    const said = deed.parse(request.body);
    const act = acting(request, 'because' in said ? said.because : undefined);
    if (said.verb === 'take-down') {
      const { author, publisher } = said;
      const at = publisher === '' ? undefined : publisher;
      const wish = author === '' ? { publisher } : { author, publisher: at };
      await takeDownAll(db, wish, act);
    } else if (said.verb === 'lift') await liftTakedown(db, said.takedown, act);
    else {
      const right = said.verb === 'wrong' ? said.right : undefined;
      await answerUnsure(db, { articleId: said.article, field: said.field, right }, act);
    }
    return reply.redirect('/desk', 303);
  });
}
