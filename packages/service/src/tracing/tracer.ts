import type { Db } from '@nashra/db';
import type { Logger } from '@nashra/log';
import { endsOf, flightsOf, type StageName } from '@nashra/pipeline';
import type { JobContext } from '@nashra/queue';
import { type Exporter, openExporter } from './otlp.ts';
import { spanOf } from './span-of.ts';
import { isSampled, rootIdOf, traceIdOf } from './trace-ids.ts';
import type { TracingConfig } from './tracing-config.ts';

/** Spans of what a stage does with the addresses of one job. */
export interface TracedJob {
  /** Does the work for one address as a span of its flight's trace; its log lines name the trace. */
  span(
    addressId: number,
    context: JobContext,
    work: (context: JobContext) => Promise<string>,
  ): Promise<string>;
  /** Tells of flights that have ended meanwhile, as a whole. */
  end(): Promise<void>;
}

export interface Tracer extends AsyncDisposable {
  follow(stage: StageName, addressIds: readonly number[]): Promise<TracedJob>;
}

type Flight = Awaited<ReturnType<typeof flightsOf>>[number];

/** One trace a flight, from the poll that showed its address to its end. Nothing of it ever fails a job. */
export function openTracer(service: string, config: TracingConfig, db: Db, log: Logger): Tracer {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_EXPORTER_OTLP_HEADERS: headers } = config;
  const exporter = openExporter({ endpoint, headers, service: `nashra-${service}` }, log);
  const share = config.OTEL_TRACES_SAMPLER_ARG;
  const trying = async <T>(what: Promise<T>, otherwise: T): Promise<T> =>
    what.catch((err: unknown) => {
      log.debug({ err }, 'a trace is incomplete');
      return otherwise;
    });
  return {
    async follow(stage, addressIds) {
      const asked = new Map(addressIds.map((id) => [id, null]));
      const all = await trying(flightsOf(db, asked), []);
      const flights = all.filter(({ begun }) => isSampled(traceIdOf(begun), share));
      const of = new Map(flights.map((flight) => [flight.addressId, flight]));
      return {
        async span(addressId, context, work) {
          const flight = of.get(addressId);
          return flight
            ? await spanOf(exporter, stage, flight, context, work)
            : await work(context);
        },
        end: () => trying(tellEnds(db, exporter, flights), undefined),
      };
    },
    [Symbol.asyncDispose]: () => exporter[Symbol.asyncDispose](),
  };
}

async function tellEnds(db: Db, exporter: Exporter, flights: readonly Flight[]): Promise<void> {
  const ends = await endsOf(db, flights);
  const ended = flights.filter(({ addressId }) => ends.has(addressId));
  const polls = await pollsOf(db, ended);
  for (const flight of ended) {
    const { addressId, address, kind, begun, begunAt } = flight;
    const end = ends.get(addressId);
    const traceId = traceIdOf(begun);
    const poll = polls.get(addressId);
    const link = poll && { traceId: traceIdOf(poll.begun), spanId: rootIdOf(poll.begun) };
    const base = { traceId, kind: 'internal' } as const;
    if (poll)
      exporter.add({
        ...base,
        ...{ spanId: rootIdOf(begun + 1), parentSpanId: rootIdOf(begun), name: 'poll', link },
        ...{ startMs: poll.begunAt.getTime(), endMs: begunAt.getTime() },
        attributes: { 'nashra.address_id': poll.addressId, 'url.full': poll.address },
      });
    exporter.add({
      ...base,
      ...{ spanId: rootIdOf(begun), name: `flight ${kind}`, link },
      startMs: (poll?.begunAt ?? begunAt).getTime(),
      endMs: end?.at.getTime() ?? Date.now(),
      attributes: {
        'url.full': address,
        'nashra.address_id': addressId,
        'nashra.state': end?.state,
        'nashra.reason': end?.reason ?? undefined,
      },
    });
  }
}

/** The flights of feeds that showed these addresses first, by address. */
async function pollsOf(db: Db, flights: readonly Flight[]): Promise<Map<number, Flight>> {
  const found = flights.filter(({ isFirst, foundIn }) => isFirst && foundIn !== null);
  const earliest = new Map<number, number>();
  for (const { foundIn, begun } of found) {
    const feed = foundIn ?? 0;
    earliest.set(feed, Math.min(begun, earliest.get(feed) ?? begun));
  }
  const polls = new Map((await flightsOf(db, earliest)).map((poll) => [poll.addressId, poll]));
  return new Map(
    found.flatMap(({ addressId, foundIn }) => {
      const poll = polls.get(foundIn ?? 0);
      return poll ? [[addressId, poll] as const] : [];
    }),
  );
}
