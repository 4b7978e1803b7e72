import { readPast } from '@nashra/articles';
import { findAddresses, findEnded } from '@nashra/ledger';
import { FINAL_STATES, isFinal, journeyOf, type Pipeline } from '@nashra/pipeline';
import { asReader, type Found, type Reader, readStory, search } from '@nashra/reader';
import type { PageView } from '@nashra/reading';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { RIGHTS } from '../access/rights.ts';
import { addressPage, unknownAddressPage } from '../pages/address.ts';
import { addressesPage } from '../pages/addresses.ts';
import { keptPage } from '../pages/kept-page.ts';
import { type View, viewOf } from '../site/view.ts';
import { carriedOut } from '../state/errands.ts';
import { acting } from './acting.ts';

const ENDED = 200;
const ENDED_LIKE = 20;
const id = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);
const one = z.object({ of: id });
const deed = z.object({
  address: id,
  from: z.enum(['fetch', 'parse']),
  because: z.string().trim().min(1).max(2_000),
});
/** A kept page may be looked at and do nothing: no script, no network, no form, and no origin. */
const NOTHING = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** Where an address stands and why, and those that ended for one reason. */
export function serveJourney(app: FastifyInstance, pipeline: Pipeline): void {
  const { db } = pipeline;
  const look = { config: { right: RIGHTS.look } };
  app.get('/address', look, async (request, reply) => {
    const { of: what } = request.query as { of?: unknown };
    const text = typeof what === 'string' ? what.trim().slice(0, 4_096) : '';
    const journey = text === '' ? null : await journeyOf(pipeline, text);
    const view = viewOf(request);
    reply.type('text/html');
    if (!journey) {
      const reader = asReader(db);
      if (/^\d{1,16}$/.test(text) && (await readStory(reader, Number(text))))
        return reply.redirect(`/stories?of=${text}`, 303);
      const alike = text === '' ? [] : await titlesLike(reader, text);
      return reply.code(404).send(unknownAddressPage(view, text, alike));
    }
    const { articleId, state } = journey;
    const past = articleId === null ? null : await readPast(db, articleId);
    return reply.send(addressPage(view, journey, { past, mayGo: isFinal(state) }));
  });
  app.post('/address/act', { config: { right: RIGHTS.failures } }, async (request, reply) => {
    const { address, from, because } = deed.parse(request.body);
    await carriedOut(db, 'address.replay', { address, from }, acting(request, because));
    return reply.redirect(`/address?of=${address}`, 303);
  });

  const keptOf = async (request: FastifyRequest) => {
    const { of: address } = one.parse(request.query);
    const { answer } = await carriedOut(db, 'page.read', { address }, acting(request));
    return { address, page: answer as PageView };
  };
  app.get('/address/kept', look, async (request, reply) => {
    const { address, page } = await keptOf(request);
    return reply.type('text/html').send(keptPage(viewOf(request), address, page));
  });
  app.get('/address/kept/source', look, async (request, reply) => {
    const { page } = await keptOf(request);
    return reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', `${NOTHING}; frame-ancestors 'self'`)
      .send(page.source);
  });
  app.get('/addresses', look, async (request, reply) => {
    const { reason } = request.query as { reason?: unknown };
    const code = typeof reason === 'string' ? reason.slice(0, 40) : '';
    return reply.type('text/html').send(await endedPage(viewOf(request), pipeline, code));
  });
}

/** Articles that somebody may mean who types a title. */
async function titlesLike(reader: Reader, text: string): Promise<readonly Found[]> {
  return await search(reader, text.slice(0, 300), { limit: ENDED_LIKE });
}

async function endedPage(view: View, { db }: Pipeline, reason: string): Promise<string> {
  const filter = { states: FINAL_STATES, reasons: [reason], limit: ENDED };
  const { ids, totals } = await findEnded(db, filter);
  const rows = await findAddresses(db, { ids });
  const total = totals.reduce((sum, it) => sum + it.count, 0);
  return addressesPage(view, reason, rows, total);
}
