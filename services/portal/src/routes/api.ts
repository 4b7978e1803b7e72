import { openApi } from '@nashra/site';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { ENDPOINTS } from '../api/endpoints.ts';
import { errorSchema } from '../api/schemas.ts';
import type { Library } from '../library/library.ts';
import type { Answer } from '../site/answer.ts';
import { Elsewhere, type Site } from '../site/site.ts';

const API = '/api/v1';
const FAILURES = {
  400: 'Not understood',
  404: 'Not there',
  405: 'Another method than there is here; Allow names them',
  410: 'Taken down',
  429: 'Too many requests; Retry-After says when',
};

/** What the pages show, as JSON, by the same reads and under the same rules. */
export function serveApi(app: FastifyInstance, site: Site, library: Library): void {
  for (const { path, asked, answer, read } of ENDPOINTS) {
    const route = API + path.replace(/\{(\w+)\}/g, ':$1');
    site.document(
      route,
      async ({ params, query }, view) => {
        const given = asked.safeParse({ ...pick(query, Object.keys(asked.shape)), ...params });
        if (!given.success) throw new Elsewhere(400, undefined, z.prettifyError(given.error));
        // Parsed, so that nothing leaves but what is documented.
        return json(answer.parse(await read(library, given.data as never, view)));
      },
      Object.keys(asked.shape),
    );
  }
  site.file(`${API}/openapi.json`, ({ origin }) =>
    json(
      openApi(ENDPOINTS, {
        title: 'Nashra',
        server: origin + API,
        error: errorSchema,
        failures: FAILURES,
      }),
    ),
  );
  app.get(API, (_, reply) => reply.redirect(`${API}/openapi.json`));
}

function json(value: unknown): Answer {
  const type = 'application/json; charset=utf-8';
  const headers = { 'access-control-allow-origin': '*' };
  return { status: 200, type, text: JSON.stringify(value), tags: ['lists'], headers };
}

function pick(query: Readonly<Record<string, unknown>>, names: readonly string[]) {
  return Object.fromEntries(names.flatMap((it) => (it in query ? [[it, query[it]]] : [])));
}
