import type { Logger } from '@nashra/log';
import { html } from '@nashra/site';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ZodError, z } from 'zod';
import { page } from './pages/layout.ts';
import { missingPage } from './pages/login.ts';
import { viewOf } from './site/view.ts';

/** What a verb refuses is said in its own words: by these codes, and no others. */
const REFUSALS: ReadonlySet<string> = new Set([
  'FILTER_UNFIT',
  'RUN_UNFIT',
  'PERSON_UNFIT',
  'ADDRESS_TAKEN',
  'NO_SUCH_SOURCE',
  'TAKEDOWN_UNFIT',
  'DESK_UNFIT',
  'ERRAND_UNFIT',
]);

/** What is said where there is no page, or where one fails: never what the database or a library said. */
export function lastResorts(app: FastifyInstance, log: Logger): void {
  app.setNotFoundHandler((request, reply) => {
    if (isApi(request)) return reply.code(404).send({ error: 'There is no such thing.' });
    return reply
      .code(404)
      .type('text/html')
      .send(missingPage(viewOf(request)));
  });
  app.setErrorHandler((err: Error & { statusCode?: number; code?: string }, request, reply) => {
    const isRefusal = REFUSALS.has(err.code ?? '');
    const status = isRefusal || err instanceof ZodError ? 400 : (err.statusCode ?? 500);
    if (status >= 500) log.warn({ err, url: request.url }, 'page failed');
    const error = isRefusal ? err.message : sayingOf(err, status);
    reply.code(status);
    if (isApi(request) || !request.operator || !request.headers.accept?.includes('text/html'))
      return reply.send({ error });
    const main = html`<section><p class="bad" role="alert" dir="auto">${error}</p></section>`;
    const title = `${status}`;
    return reply.type('text/html').send(page(viewOf(request), { at: '', title, main }));
  });
}

function sayingOf(err: Error, status: number): string {
  if (status >= 500) return 'The database or Redis did not answer.';
  if (err instanceof ZodError) return z.prettifyError(err).slice(0, 1_000);
  return SAID[status] ?? 'This request is not as it should be.';
}

const isApi = ({ url }: FastifyRequest): boolean => url.startsWith('/api/');

const SAID: Readonly<Record<number, string>> = {
  413: 'This is more than is taken.',
  415: 'This kind of body is not taken.',
};
