import { findAddresses, findEnded } from '@nashra/ledger';
import { FINAL_STATES, journeyOf, type Pipeline } from '@nashra/pipeline';
import type { FastifyInstance } from 'fastify';
import { RIGHTS } from '../access/rights.ts';
import { addressPage, unknownAddressPage } from '../pages/address.ts';
import { addressesPage } from '../pages/addresses.ts';
import { type View, viewOf } from '../site/view.ts';

const ENDED = 200;

/** Where an address stands and why, and those that ended for one reason. */
export function serveJourney(app: FastifyInstance, pipeline: Pipeline): void {
  const look = { config: { right: RIGHTS.look } };
  app.get('/address', look, async (request, reply) => {
    const { of: what } = request.query as { of?: unknown };
    const text = typeof what === 'string' ? what.trim().slice(0, 4_096) : '';
    const journey = text === '' ? null : await journeyOf(pipeline, text);
    const view = viewOf(request);
    reply.type('text/html');
    if (!journey) return reply.code(404).send(unknownAddressPage(view, text));
    return reply.send(addressPage(view, journey));
  });
  app.get('/addresses', look, async (request, reply) => {
    const { reason } = request.query as { reason?: unknown };
    const code = typeof reason === 'string' ? reason.slice(0, 40) : '';
    return reply.type('text/html').send(await endedPage(viewOf(request), pipeline, code));
  });
}

async function endedPage(view: View, { db }: Pipeline, reason: string): Promise<string> {
  const filter = { states: FINAL_STATES, reasons: [reason], limit: ENDED };
  const { ids, totals } = await findEnded(db, filter);
  const rows = await findAddresses(db, { ids });
  const total = totals.reduce((sum, it) => sum + it.count, 0);
  return addressesPage(view, reason, rows, total);
}
