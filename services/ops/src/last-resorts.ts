import type { Logger } from '@nashra/log';
import { type Asked, html } from '@nashra/site';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ZodError, z } from 'zod';
import { localPath } from './access/local-path.ts';
import { page } from './pages/layout.ts';
import { missingPage } from './pages/login.ts';
import { type View, viewOf } from './site/view.ts';

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

const NOTHING = 'There is no such thing.';
const OTHERWISE = 'This address is asked for otherwise: Allow names the methods.';

/** What is said where there is no page, or where one fails: never what the database or a library said. */
export function lastResorts(
  app: FastifyInstance,
  log: Logger,
  methodsOf: (asked: Asked) => readonly string[],
): void {
  app.setNotFoundHandler((request, reply) => {
    const methods = methodsOf(request);
    if (methods.length > 0)
      return reply.code(405).header('allow', methods.join(', ')).send({ error: OTHERWISE });
    if (isApi(request)) return reply.code(404).send({ error: NOTHING });
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
    if (isApi(request) || !request.operator || !request.headers.accept?.includes('text/html'))
      return reply.code(status).send({ error });
    const view = viewOf(request);
    reply.type('text/html');
    // An address that asks for a thing by what is no id, as one that was cut off.
    if (err instanceof ZodError && request.method === 'GET')
      return reply.code(404).send(missingPage(view));
    const { words } = view;
    const said = err instanceof ZodError ? words.unfit(fieldsOf(view, err)) : error;
    const back = backOf(request);
    const main = html`<section><p class="bad" role="alert" dir="auto">${said}</p>
      ${back !== null && html`<p><a href="${back}">${words.back}</a></p>`}</section>`;
    return reply.code(status).send(page(view, { at: '', title: words.refused, main }));
  });
}

function sayingOf(err: Error, status: number): string {
  if (status >= 500) return 'The database or Redis did not answer.';
  if (err instanceof ZodError) return z.prettifyError(err).slice(0, 1_000);
  return SAID[status] ?? 'This request is not as it should be.';
}

/** What was filled in otherwise, by the names that the form gave it. */
function fieldsOf({ words }: View, { issues }: ZodError): string {
  const labels: Readonly<Record<string, string>> = {
    ...{ because: words.because, rate: words.rate, name: words.name, tokenName: words.name },
    ...{ scope: words.scopes, days: words.days, filter: words.filter, verb: words.verb },
    ...{ interval: words.interval, title: words.title },
  };
  const fields = issues.map(({ path: [field] }) => labels[String(field)] ?? String(field ?? '?'));
  return [...new Set(fields)].slice(0, 5).join(words.comma);
}

/** The page of this site that a form was sent from. */
function backOf({ headers, host }: FastifyRequest): string | null {
  const from = URL.parse(headers.referer ?? '');
  return from && from.host === host ? localPath(`${from.pathname}${from.search}`) : null;
}

const isApi = ({ url }: FastifyRequest): boolean => url.startsWith('/api/');

const SAID: Readonly<Record<number, string>> = {
  404: NOTHING,
  413: 'This is more than is taken.',
  415: 'This kind of body is not taken.',
};
