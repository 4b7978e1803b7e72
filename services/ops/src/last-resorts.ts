import type { Logger } from '@nashra/log';
import { html } from '@nashra/site';
import type { FastifyInstance } from 'fastify';
import { bare } from './pages/layout.ts';

/** What is said where there is no page, or where one fails: never what the database or a library said. */
export function lastResorts(app: FastifyInstance, log: Logger): void {
  app.setNotFoundHandler((_, reply) => {
    const body = html`<section class="login"><h2>Not here</h2><a href="/">To the overview</a></section>`;
    return reply.code(404).type('text/html').send(bare('Not here', body));
  });
  app.setErrorHandler((err: Error & { statusCode?: number }, request, reply) => {
    const status = err.statusCode ?? 500;
    if (status >= 500) log.warn({ err, url: request.url }, 'page failed');
    const error =
      status >= 500
        ? 'The database or Redis did not answer.'
        : (SAID[status] ?? 'This request is not as it should be.');
    return reply.code(status).send({ error });
  });
}

const SAID: Readonly<Record<number, string>> = {
  413: 'This is more than is taken.',
  415: 'This kind of body is not taken.',
};
