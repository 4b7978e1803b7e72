import type { Readable } from 'node:stream';
import { EnvironmentError, ownFault } from '@nashra/errors';
import type { Dispatcher } from 'undici';
import { DecoratorHandler } from 'undici';
import { classify, type Phase } from './classify.ts';
import type { Deadline } from './deadline.ts';
import { acceptEncoding } from './decode-body.ts';
import { checkFraming } from './framing.ts';
import { plainHeaders, type RawHeaders } from './headers.ts';
import type { FetchLimits } from './limits.ts';
import { type ReadBody, readBody, readWhole } from './read-body.ts';

/** The head of an answer; the body is read or thrown away afterwards. */
export interface Exchange {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** As they came, cookies too. */
  readonly raw: RawHeaders;
  /** Empty for answers whose body says nothing about the address: 304, 4xx, 5xx. Read once, whoever asks. */
  readBody(): Promise<ReadBody>;
  /** The beginning of a body that is not the answer, as far as it comes soon; empty when none does. */
  peek(): Promise<Buffer>;
  discard(): Promise<void>;
}

/** What an unwanted body may cost to keep the connection; beyond that it is closed. */
const DISCARD_BYTES = 64 * 1024;
const DISCARD_MS = 250;

/** How long the beginning of a refusal is waited for. */
const PEEK_MS = 1_000;

/** One request and the head of its answer; `onSent` is told when a connection is there and the request goes out. */
export async function exchange(
  agent: Dispatcher,
  url: URL,
  fields: Readonly<Record<string, string>>,
  limits: FetchLimits,
  deadline: Deadline,
  onSent?: () => void,
): Promise<Exchange> {
  const told = onSent ? agent.compose(telling(onSent)) : agent;
  return await exchangeOver(
    limits,
    deadline,
    told.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method: 'GET',
      headers: { ...fields, 'accept-encoding': acceptEncoding },
      signal: deadline.signal,
    }),
  );
}

function telling(onSent: () => void): Dispatcher.DispatcherComposeInterceptor {
  return (dispatch) => (options, handler) => dispatch(options, new Telling(handler, onSent));
}

class Telling extends DecoratorHandler {
  readonly #handler: Dispatcher.DispatchHandler;
  readonly #onSent: () => void;

  constructor(handler: Dispatcher.DispatchHandler, onSent: () => void) {
    super(handler);
    this.#handler = handler;
    this.#onSent = onSent;
  }

  onRequestStart(controller: Dispatcher.DispatchController, context: unknown): void {
    this.#onSent();
    this.#handler.onRequestStart?.(controller, context);
  }
}

/** What came of a request, whoever made it. */
interface Response {
  readonly statusCode?: number | undefined;
  readonly headers: RawHeaders;
  readonly body: Readable;
}

/** The head of an answer that is on its way. */
export async function exchangeOver(
  limits: FetchLimits,
  deadline: Deadline,
  request: Promise<Response>,
): Promise<Exchange> {
  const response = await orFail(deadline.within(limits.headersMs, request), 'head', deadline);
  // An unread body that fails must not end the process.
  response.body.on('error', () => {});
  const status = response.statusCode ?? 0;
  try {
    checkFraming(response.headers);
  } catch (error) {
    response.body.destroy();
    throw error;
  }
  const headers = plainHeaders(response.headers);
  const discard = () => discardBody(response.body, deadline.signal);
  let reading: Promise<ReadBody> | undefined;
  return {
    status,
    headers,
    raw: response.headers,
    discard,
    peek: () => peekBody(response.body, headers, deadline.signal),
    async readBody() {
      if (status < 200 || status === 204 || status >= 300) {
        await discard();
        return { bytes: Buffer.alloc(0), warnings: [] };
      }
      reading ??= readBody(response.body, headers, limits, deadline.signal);
      return await orFail(reading, 'body', deadline);
    },
  };
}

async function peekBody(
  body: Readable,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  const patience = AbortSignal.any([signal, AbortSignal.timeout(PEEK_MS)]);
  const close = () => body.destroy();
  patience.addEventListener('abort', close);
  try {
    for await (const chunk of body) {
      chunks.push(chunk);
      size += chunk.length;
      // Leaving the loop closes the connection: nobody waits for the rest.
      if (size > DISCARD_BYTES) break;
    }
  } catch {
    // What came before it broke off may tell enough.
  } finally {
    patience.removeEventListener('abort', close);
  }
  const wire = { bytes: Buffer.concat(chunks), cut: null };
  const read = await readWhole(wire, headers, DISCARD_BYTES * 16).catch(() => null);
  return read?.bytes ?? wire.bytes;
}

async function discardBody(body: Readable, signal: AbortSignal): Promise<void> {
  if (!('dump' in body)) return void body.destroy();
  const { dump } = body as Dispatcher.ResponseData['body'];
  const patience = AbortSignal.any([signal, AbortSignal.timeout(DISCARD_MS)]);
  // Nobody waits for these bytes, so what goes wrong with them is nobody's trouble either.
  await dump.call(body, { limit: DISCARD_BYTES, signal: patience }).catch(() => body.destroy());
}

/**
 * Names what went wrong; an abort shows the reason it was given (a deadline, or the caller's own), and where this machine has
 * nothing left to ask with, the server is not blamed.
 */
async function orFail<T>(work: Promise<T>, phase: Phase, deadline: Deadline): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (deadline.signal.aborted) throw deadline.signal.reason;
    const own = ownFault(error);
    if (own) throw new EnvironmentError(own.what, { cause: error });
    throw classify(error, phase);
  }
}
