import { z } from 'zod';

/** One address of an API: what it takes and what it gives; the OpenAPI document is made of these. */
export interface ApiEndpoint {
  readonly method?: 'get' | 'post' | 'delete';
  /** Parameters in braces. */
  readonly path: string;
  readonly summary: string;
  /** In the path, and else in the question. */
  readonly asked: z.ZodObject;
  /** JSON, of one that writes. */
  readonly body?: z.ZodObject;
  readonly answer: z.ZodType;
}

export interface ApiFacts {
  readonly title: string;
  /** Where its paths begin. */
  readonly server: string;
  readonly error: z.ZodType;
  /** What it may answer beside what was asked for, by status. */
  readonly failures: Readonly<Record<number, string>>;
  /** Ways to say who asks, by the names OpenAPI knows them under. */
  readonly security?: Readonly<Record<string, object>>;
}

/** The OpenAPI 3.1 document of the endpoints, by their schemas. */
export function openApi(endpoints: readonly ApiEndpoint[], facts: ApiFacts): object {
  const { title, server, error, failures, security } = facts;
  const failed = Object.entries(failures).map(([status, description]) => [
    status,
    { description, content: json(error) },
  ]);
  const paths = new Map<string, object>();
  for (const { method = 'get', path, summary, asked, body, answer } of endpoints) {
    const name = path.replace(/\W+(\w?)/g, (_, letter: string) => letter.toUpperCase());
    const operation = {
      summary,
      operationId: method === 'get' ? name : method + name,
      parameters: parametersOf(path, asked),
      ...(body && { requestBody: { required: true, content: json(body, 'input') } }),
      responses: {
        200: { description: 'As asked', content: json(answer) },
        ...Object.fromEntries(failed),
      },
    };
    paths.set(path, { ...paths.get(path), [method]: operation });
  }
  return {
    openapi: '3.1.0',
    info: { title, version: '1', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    servers: [{ url: server }],
    paths: Object.fromEntries(paths),
    ...(security && {
      components: { securitySchemes: security },
      security: Object.keys(security).map((it) => ({ [it]: [] })),
    }),
  };
}

function json(schema: z.ZodType, io: 'input' | 'output' = 'output') {
  return { 'application/json': { schema: bare(z.toJSONSchema(schema, { reused: 'inline', io })) } };
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
