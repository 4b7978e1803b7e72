import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { Secret } from '@nashra/env';
import { silentLogger } from '@nashra/log';
import { expect, it, vi } from 'vitest';
import { openExporter, type Span } from './otlp.ts';
import { isSampled, rootIdOf, traceIdOf } from './trace-ids.ts';

const span: Span = {
  ...{ traceId: traceIdOf(7), spanId: rootIdOf(7), name: 'fetch', kind: 'consumer' },
  ...{ startMs: 1_000.5, endMs: 1_002, error: 'TimeoutError' },
  attributes: { text: 'a', number: 3, nothing: undefined },
};

it('writes spans as OTLP does in JSON, with the headers of the settings', async () => {
  const received: { headers: object; body: unknown }[] = [];
  const server = createServer(async (request, response) => {
    received.push({ headers: request.headers, body: await json(request) });
    response.end('{}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const headers = new Secret('Authorization=Bearer%20x, team=press');
  const exporter = openExporter({ endpoint, headers, service: 'nashra-fetch' }, silentLogger);
  exporter.add(span);
  await exporter[Symbol.asyncDispose]();
  server.close();
  expect(received).toMatchObject([
    {
      headers: { authorization: 'Bearer x', team: 'press', 'content-type': 'application/json' },
      body: {
        resourceSpans: [
          {
            scopeSpans: [
              {
                spans: [
                  {
                    ...{ traceId: span.traceId, spanId: span.spanId, name: 'fetch', kind: 5 },
                    startTimeUnixNano: '1000500000',
                    endTimeUnixNano: '1002000000',
                    status: { code: 2, message: 'TimeoutError' },
                    attributes: [
                      { key: 'text', value: { stringValue: 'a' } },
                      { key: 'number', value: { intValue: '3' } },
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
    },
  ]);
});

it('goes on where nobody receives, and says so once', async () => {
  const log = { ...silentLogger, warn: vi.fn() } as unknown as typeof silentLogger;
  const exporter = openExporter({ endpoint: 'http://127.0.0.1:9', service: 'x' }, log);
  for (let n = 0; n < 10_000; n++) exporter.add(span);
  await exporter[Symbol.asyncDispose]();
  expect(log.warn).toHaveBeenCalledTimes(1);
});

it('takes the share of traces that it is told, and the same ones everywhere', () => {
  const traces = Array.from({ length: 2_000 }, (_, n) => traceIdOf(n));
  const taken = traces.filter((it) => isSampled(it, 0.1)).length;
  expect(taken).toBeGreaterThan(140);
  expect(taken).toBeLessThan(260);
  expect(traces.every((it) => isSampled(it, 1))).toBe(true);
  expect(traces.some((it) => isSampled(it, 0))).toBe(false);
});
