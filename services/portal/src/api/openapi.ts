import { z } from 'zod';
import type { Endpoint } from './endpoints.ts';
import { errorSchema } from './schemas.ts';

export const API = '/api/v1';

/** The OpenAPI 3.1 document of the endpoints, by their schemas. */
export function openApi(endpoints: readonly Endpoint[], origin: string): object {
  const json = (schema: z.ZodType) => ({
    'application/json': {
      schema: bare(z.toJSONSchema(schema, { reused: 'inline' })),
    },
  });
  const failure = (description: string) => ({ description, content: json(errorSchema) });
  const paths = endpoints.map(({ path, summary, asked, answer }) => [
    path,
    {
      get: {
        summary,
        operationId: path.replace(/\W+(\w?)/g, (_, letter: string) => letter.toUpperCase()),
        parameters: parametersOf(path, asked),
        responses: {
          200: { description: 'As asked', content: json(answer) },
          400: failure('Not understood'),
          404: failure('Not there'),
          410: failure('Taken down'),
          429: failure('Too many requests; Retry-After says when'),
        },
      },
    },
  ]);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Nashra',
      version: '1',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: origin + API }],
    paths: Object.fromEntries(paths),
  };
}

function parametersOf(path: string, asked: z.ZodObject): object[] {
  return Object.entries(asked.shape as Record<string, z.ZodType>).map(([name, field]) => {
    const isInPath = path.includes(`{${name}}`);
    const schema = bare(z.toJSONSchema(field, { io: 'input', unrepresentable: 'any' }));
    const required = isInPath || !field.safeParse(undefined).success;
    return { name, in: isInPath ? 'path' : 'query', required, schema };
  });
}

/** An OpenAPI document says once for all which schemas its own are written in. */
function bare(schema: object): object {
  const { $schema: _, ...rest } = schema as Record<string, unknown>;
  return rest;
}
