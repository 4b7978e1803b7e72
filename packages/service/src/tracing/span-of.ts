import { randomBytes } from 'node:crypto';
import type { StageName } from '@nashra/pipeline';
import type { JobContext } from '@nashra/queue';
import type { Exporter } from './otlp.ts';
import { rootIdOf, traceIdOf } from './trace-ids.ts';

/** A flight by the step it began with. */
interface FlightBegun {
  readonly addressId: number;
  readonly begun: number;
}

/** Does a stage's work for one address as a span of its flight's trace. What it logs names the trace. */
export async function spanOf(
  exporter: Pick<Exporter, 'add'>,
  stage: StageName,
  flight: FlightBegun,
  context: JobContext,
  work: (context: JobContext) => Promise<string>,
): Promise<string> {
  const traceId = traceIdOf(flight.begun);
  const spanId = randomBytes(8).toString('hex');
  const startMs = Date.now();
  const add = (said: { readonly outcome?: string; readonly error?: string }) =>
    exporter.add({
      ...{ traceId, spanId, parentSpanId: rootIdOf(flight.begun), name: stage, kind: 'consumer' },
      ...{ startMs, endMs: Date.now(), error: said.error },
      attributes: {
        'messaging.system': 'bullmq',
        'messaging.destination.name': stage,
        'messaging.operation.type': 'process',
        'nashra.address_id': flight.addressId,
        'nashra.attempt': context.attempt,
        'nashra.outcome': said.outcome,
      },
    });
  const log = context.log.child({ trace_id: traceId, span_id: spanId });
  try {
    const outcome = await work({ ...context, log });
    add({ outcome });
    return outcome;
  } catch (err) {
    add({ error: err instanceof Error ? err.name : 'error' });
    throw err;
  }
}
