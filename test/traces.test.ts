import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { articlePage, rss, serve, startPublisher, waitFor } from '@nashra/testkit';
import { expect, it } from 'vitest';
import { openPipeline } from './pipeline.ts';

interface Received {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly attributes: readonly { key: string; value: { stringValue?: string } }[];
  readonly links?: readonly { traceId: string }[];
}

/** A receiver of OTLP over HTTP. */
async function startReceiver() {
  const spans: (Received & { readonly service: string })[] = [];
  const server = createServer(async (request, response) => {
    const body = (await json(request)) as {
      resourceSpans: {
        resource: { attributes: Received['attributes'] };
        scopeSpans: { spans: Received[] }[];
      }[];
    };
    expect([request.method, request.url]).toEqual(['POST', '/v1/traces']);
    for (const { resource, scopeSpans } of body.resourceSpans) {
      const service = said(resource, 'service.name') ?? '';
      for (const scope of scopeSpans)
        spans.push(...scope.spans.map((span) => ({ ...span, service })));
    }
    response.setHeader('content-type', 'application/json').end('{}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    spans,
    endpoint: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const said = ({ attributes }: Pick<Received, 'attributes'>, name: string) =>
  attributes.find(({ key }) => key === name)?.value.stringValue;

it('tells of an article from the poll of its feed to its row in one trace', async () => {
  await using receiver = await startReceiver();
  await using publisher = await startPublisher();
  await using pipeline = await openPipeline({ OTEL_EXPORTER_OTLP_ENDPOINT: receiver.endpoint });
  const { origin, routes } = publisher;
  const path = '/news/azrou';
  routes.set(path, serve(articlePage('Council of Azrou decides', 'Azrou')));
  routes.set('/feed', rss(origin, [{ path, title: 'Council of Azrou decides' }]));
  await pipeline.addFeed('good', `${origin}/feed`);
  await pipeline.startAll();
  await pipeline.settled();
  const rootOf = (of: string) =>
    receiver.spans.find((it) => !it.parentSpanId && said(it, 'url.full') === `${origin}${of}`);
  const traceOf = (of: string) =>
    receiver.spans.filter(({ traceId }) => traceId === rootOf(of)?.traceId);
  const stages = ['fetch', 'parse', 'dedupe', 'index'];
  const names = () => traceOf(path).map(({ name }) => name);
  await waitFor(async () => ['poll', ...stages].every((name) => names().includes(name)), {
    what: 'all spans of the article',
  });
  const root = rootOf(path);
  expect(root?.name).toBe('flight article');
  expect(said(root as Received, 'nashra.state')).toBe('indexed');
  const below = traceOf(path).filter(({ parentSpanId }) => parentSpanId);
  for (const span of below) {
    expect(span.parentSpanId).toBe(root?.spanId);
    expect(span.traceId).toMatch(/^[\da-f]{32}$/);
    expect(BigInt(span.startTimeUnixNano)).toBeLessThanOrEqual(BigInt(span.endTimeUnixNano));
  }
  const inOrder = stages.map((name) => below.find((it) => it.name === name));
  expect(inOrder.map((it) => it?.service)).toEqual(stages.map((name) => `nashra-${name}`));
  const starts = inOrder.map((it) => BigInt(it?.startTimeUnixNano ?? 0));
  expect(starts).toEqual(starts.toSorted((a, b) => Number(a - b)));
  expect(root?.links?.[0]?.traceId).toBe(rootOf('/feed')?.traceId);
  expect(names().filter((name) => name === 'flight article')).toHaveLength(1);
}, 120_000);
