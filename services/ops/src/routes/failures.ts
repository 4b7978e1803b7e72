import { FilterError, readFailureFilter, readFailures } from '@nashra/ledger';
import type { Pipeline } from '@nashra/pipeline';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { RIGHTS } from '../access/rights.ts';
import { type Failures, failuresPage } from '../pages/failures.ts';
import { viewOf } from '../site/view.ts';

const asked = z.object({ filter: z.string().max(2_000).default('') });
const GROUPS = 100;

export function serveFailures(app: FastifyInstance, { db }: Pipeline): void {
  app.get('/failures', { config: { right: RIGHTS.look } }, async (request, reply) => {
    const { filter } = asked.parse(request.query);
    const failures = await lookAtFailures({ db }, filter.trim(), GROUPS);
    return reply
      .code(failures.complaint === null ? 200 : 400)
      .type('text/html')
      .send(failuresPage(viewOf(request), failures));
  });
}

/** The groups of a filter, or what is wrong with it. */
async function lookAtFailures(
  { db }: Pick<Pipeline, 'db'>,
  filter: string,
  limit: number,
): Promise<Failures> {
  try {
    const read = await readFailures(db, readFailureFilter(filter), limit);
    return { filter, complaint: null, ...read };
  } catch (error) {
    if (!(error instanceof FilterError)) throw error;
    return {
      filter,
      complaint: error.message,
      groups: [],
      sum: { count: 0, groups: 0, trend: [] },
    };
  }
}
