import { openApi } from '@nashra/site';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { RIGHTS } from '../access/rights.ts';
import type { ApiDeps } from '../api/endpoint.ts';
import { ENDPOINTS } from '../api/endpoints.ts';
import { errorSchema } from '../api/schemas.ts';
import { acting } from './acting.ts';

const API = '/api/ops/v1';

const DOCUMENT = openApi(ENDPOINTS, {
  title: 'Nashra, for operators',
  server: API,
  error: errorSchema,
  failures: {
    400: 'Not understood, or refused in the words of the verb',
    401: 'Nobody is known by these credentials',
    403: 'The role or the scope does not reach so far',
    404: 'Not there',
    405: 'Another method than there is here; Allow names them',
    413: 'More than is taken',
    415: 'A body that is not JSON',
    500: 'The database or Redis did not answer',
  },
  security: {
    token: { type: 'http', scheme: 'bearer' },
    password: { type: 'http', scheme: 'basic' },
  },
});

/** What the pages show and do, as JSON, by the same verbs and under the same rights. */
export function serveApi(app: FastifyInstance, shared: Omit<ApiDeps, 'act'>): void {
  for (const { method = 'get', path, asked, body, answer, right, read } of ENDPOINTS) {
    app.route({
      method: method.toUpperCase(),
      url: API + path.replace(/\{(\w+)\}/g, ':$1'),
      config: { right },
      async handler(request: FastifyRequest) {
        const params = request.params as Readonly<Record<string, unknown>>;
        const question = asked.parse({ ...(request.query as object), ...params });
        const given = body ? body.parse(request.body ?? {}) : {};
        const deps = { ...shared, act: (because?: string) => acting(request, because) };
        const told = await read(deps, { ...question, ...given } as never);
        // Parsed as it travels, so that nothing leaves but what is documented.
        return answer.parse(JSON.parse(JSON.stringify(told)));
      },
    });
  }
  app.get(`${API}/openapi.json`, { config: { right: RIGHTS.look } }, () => DOCUMENT);
}
