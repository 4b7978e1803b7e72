import type { Secret } from '@nashra/env';
import type { Logger } from '@nashra/log';

/** A span as OTLP names it; what is undefined is left out. */
export interface Span {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string | undefined;
  readonly name: string;
  readonly kind: 'internal' | 'consumer';
  readonly startMs: number;
  readonly endMs: number;
  readonly attributes: Readonly<Record<string, string | number | undefined>>;
  readonly error?: string | undefined;
  readonly link?: { readonly traceId: string; readonly spanId: string } | undefined;
}

export interface Exporter extends AsyncDisposable {
  /** Never waits and never throws; what finds no room is counted and left out. */
  add(span: Span): void;
}

const MOST = 4_096;
const BATCH = 512;
const FLUSH_MS = 2_000;
const TIMEOUT_MS = 5_000;
const KIND = { internal: 1, consumer: 5 } as const;
const ERROR = 2;

/** Sends spans as JSON to a receiver of OTLP over HTTP, many at a time. */
export function openExporter(
  {
    endpoint,
    headers,
    service,
  }: {
    /** Without `/v1/traces`. */
    readonly endpoint: string;
    /** `name=value,…` as OTEL_EXPORTER_OTLP_HEADERS has them. */
    readonly headers?: Secret | undefined;
    readonly service: string;
  },
  log: Logger,
): Exporter {
  const url = `${endpoint.replace(/\/+$/, '')}/v1/traces`;
  const sent = { 'content-type': 'application/json', ...headersOf(headers?.reveal() ?? '') };
  let waiting: Span[] = [];
  let lost = 0;
  let sending: Promise<void> = Promise.resolve();
  const flush = () => {
    if (waiting.length === 0) return;
    const batch = waiting.splice(0, BATCH);
    sending = sending.then(() => send(batch));
  };
  async function send(batch: readonly Span[]): Promise<void> {
    try {
      const body = JSON.stringify(documentOf(service, batch));
      const signal = AbortSignal.timeout(TIMEOUT_MS);
      const answer = await fetch(url, { method: 'POST', headers: sent, body, signal });
      await answer.body?.cancel();
      if (!answer.ok) throw new Error(`the receiver answered ${answer.status}`);
      if (lost > 0) log.warn({ lost }, 'spans were left out');
      lost = 0;
    } catch (err) {
      if (lost === 0) log.warn({ err }, 'spans could not be sent');
      lost += batch.length;
    }
  }
  const timer = setInterval(flush, FLUSH_MS).unref();
  return {
    add(span) {
      if (waiting.length >= MOST) lost += 1;
      else waiting.push(span);
      if (waiting.length >= BATCH) flush();
    },
    async [Symbol.asyncDispose]() {
      clearInterval(timer);
      while (waiting.length > 0) flush();
      await sending;
      waiting = [];
    },
  };
}

function documentOf(service: string, spans: readonly Span[]) {
  const resource = attributesOf({ 'service.namespace': 'nashra', 'service.name': service });
  const scopeSpans = [{ scope: { name: 'nashra' }, spans: spans.map(written) }];
  return { resourceSpans: [{ resource: { attributes: resource }, scopeSpans }] };
}

function written({ kind, startMs, endMs, attributes, error, link, ...ids }: Span) {
  return {
    ...ids,
    kind: KIND[kind],
    startTimeUnixNano: nanos(startMs),
    endTimeUnixNano: nanos(Math.max(startMs, endMs)),
    attributes: attributesOf(attributes),
    status: error === undefined ? {} : { code: ERROR, message: error },
    ...(link && { links: [link] }),
  };
}

const nanos = (ms: number): string => String(BigInt(Math.round(ms * 1_000)) * 1_000n);

function attributesOf(attributes: Span['attributes']) {
  return Object.entries(attributes).flatMap(([key, value]) => {
    if (value === undefined) return [];
    const said = typeof value === 'number' ? { intValue: String(value) } : { stringValue: value };
    return [{ key, value: said }];
  });
}

function headersOf(text: string): Record<string, string> {
  const pairs = text.split(',').flatMap((pair) => {
    const at = pair.indexOf('=');
    if (at < 1) return [];
    return [
      [pair.slice(0, at).trim().toLowerCase(), decodeURIComponent(pair.slice(at + 1).trim())],
    ];
  });
  return Object.fromEntries(pairs);
}
