import type { FastifyInstance, FastifyRequest } from 'fastify';
import { localPath } from '../access/local-path.ts';
import { RIGHTS } from '../access/rights.ts';
import { followPage, type Sink } from '../live/follow-page.ts';

/** Streams at the most, and of one person. */
const MOST = 40;
const MOST_EACH = 6;
/** Then a browser asks anew by itself. */
const LONGEST_MS = 3_600_000;
const MAIN = /<main\b[\s\S]*<\/main>/;

/** Pages as they are, again and again, by server-sent events: a page with scripts asks for nothing itself any more. */
export function serveLive(app: FastifyInstance, everyMs: number): void {
  const closing = new AbortController();
  const open = new Map<string, number>();
  const openOf = (who: string) => open.get(who) ?? 0;
  app.addHook('preClose', async () => closing.abort());

  app.get('/live', { config: { right: RIGHTS.look } }, async (request, reply) => {
    // A stream of a stream would go on after everybody has left, however its address is spelt.
    if (request.headers.accept?.startsWith('text/html'))
      return reply.code(406).send({ error: 'This is a stream of events, and no page.' });
    const who = request.operator?.name ?? '';
    const all = [...open.values()].reduce((sum, n) => sum + n, 0);
    if (all >= MOST || openOf(who) >= MOST_EACH)
      return reply.code(429).send({ error: 'Too many pages are followed already.' });
    open.set(who, openOf(who) + 1);
    reply.hijack();
    const { raw } = reply;
    const gone = new AbortController();
    raw.on('close', () => gone.abort());
    const { signal } = gone;
    raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      // A proxy that waits for more has nobody see anything.
      'x-accel-buffering': 'no',
    });
    const sink: Sink = { isFull: () => raw.writableNeedDrain, write: (event) => raw.write(event) };
    try {
      await followPage({
        ...{ sink, everyMs, render: rendering(app, request) },
        signal: AbortSignal.any([signal, closing.signal, AbortSignal.timeout(LONGEST_MS)]),
      });
    } catch (err) {
      request.log.warn({ err }, 'a page could not be followed');
    } finally {
      if (openOf(who) > 1) open.set(who, openOf(who) - 1);
      else open.delete(who);
      raw.end();
    }
  });
}

/** The page as who asks would get it now: with all that the guard asks, so that a stream ends with its session. */
function rendering(app: FastifyInstance, { query, headers, ip }: FastifyRequest) {
  const url = localPath((query as { of?: unknown }).of);
  const { cookie, authorization, host } = headers;
  const asked = {
    accept: 'text/html',
    ...(cookie !== undefined && { cookie }),
    ...(authorization !== undefined && { authorization }),
    ...(host !== undefined && { host }),
    'accept-language': headers['accept-language'] ?? '',
  };
  return async (): Promise<string | null> => {
    const answer = await app.inject({ method: 'GET', url, headers: asked, remoteAddress: ip });
    if (answer.statusCode >= 500) throw new Error(`the page answers ${answer.statusCode}`);
    return answer.statusCode === 200 ? (MAIN.exec(answer.payload)?.[0] ?? null) : null;
  };
}
