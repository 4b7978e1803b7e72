import { silentLogger } from '@nashra/log';
import type { JobContext } from '@nashra/queue';
import { expect, it, vi } from 'vitest';
import type { Span } from './otlp.ts';
import { spanOf } from './span-of.ts';
import { rootIdOf, traceIdOf } from './trace-ids.ts';

function ground() {
  const spans: Span[] = [];
  const child = vi.fn(() => silentLogger);
  const log = { ...silentLogger, child } as unknown as typeof silentLogger;
  const context = { log, attempt: 2 } as unknown as JobContext;
  const flight = { addressId: 7, begun: 99 };
  const run = (work: () => Promise<string>) =>
    spanOf({ add: (span) => spans.push(span) }, 'parse', flight, context, work);
  return { spans, child, run };
}

it('puts the work of a stage into the trace of the flight, and the trace into its log lines', async () => {
  const { spans, child, run } = ground();
  expect(await run(async () => 'draft')).toBe('draft');
  const [span] = spans;
  expect(span).toMatchObject({ traceId: traceIdOf(99), parentSpanId: rootIdOf(99), name: 'parse' });
  expect(span?.attributes).toMatchObject({ 'nashra.outcome': 'draft', 'nashra.attempt': 2 });
  expect(child).toHaveBeenCalledWith({ trace_id: traceIdOf(99), span_id: span?.spanId });
});

it('tells of work that failed by the name of the error alone, and lets it fail', async () => {
  const { spans, run } = ground();
  const fail = run(() => Promise.reject(new TypeError('https://a.example/secret')));
  await expect(fail).rejects.toThrow(TypeError);
  expect(spans).toMatchObject([{ error: 'TypeError' }]);
});
