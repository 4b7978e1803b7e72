import { Deadline } from './deadline.ts';
import { exchangeOver } from './exchange.ts';
import { FetchError } from './fetch-error.ts';
import { Guard } from './guard.ts';
import { guardedAgent, plainDial } from './guarded-agent.ts';
import { defaultLimits } from './limits.ts';
import type { ReadBody } from './read-body.ts';

export interface RendererOptions {
  /** Of the operator's own service; it may lie in a private network. */
  readonly address: string;
  readonly totalMs: number;
  readonly maxBytes: number;
  /** Pages at the same time; beyond that none is asked for. */
  readonly concurrency: number;
}

/** A page as a browser of the operator's saw it. */
export interface Rendered extends ReadBody {
  readonly headers: Readonly<Record<string, string>>;
}

export interface Renderer extends AsyncDisposable {
  /** The page's bytes; null while as many as allowed are being rendered. Throws FetchError when none came. */
  render(address: string, signal: AbortSignal): Promise<Rendered | null>;
}

/**
 * A service outside that opens pages in a browser: it is POSTed `{ "url": … }` and answers 200 with the page's bytes and
 * their Content-Type.
 */
export function createRenderer({ address, concurrency, ...bounds }: RendererOptions): Renderer {
  const limits = { ...defaultLimits, ...bounds, headersMs: bounds.totalMs };
  const { agent } = guardedAgent(plainDial({}, limits), {}, limits, {
    guard: new Guard(true),
    onConnect: () => {},
  });
  const url = new URL(address);
  let inHand = 0;
  return {
    async render(page, signal) {
      if (inHand >= concurrency) return null;
      inHand += 1;
      try {
        using deadline = new Deadline(limits.totalMs, signal);
        const request = agent.request({
          origin: url.origin,
          path: url.pathname + url.search,
          method: 'POST',
          headers: { 'content-type': 'application/json', accept: 'text/html' },
          body: JSON.stringify({ url: page }),
          signal: deadline.signal,
        });
        const answer = await exchangeOver(limits, deadline, request);
        if (answer.status !== 200) {
          await answer.discard();
          throw new FetchError('PROTOCOL', `the renderer answers ${answer.status}`);
        }
        return { ...(await answer.readBody()), headers: answer.headers };
      } finally {
        inHand -= 1;
      }
    },
    [Symbol.asyncDispose]: () => agent.destroy(),
  };
}
