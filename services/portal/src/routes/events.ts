import type { ServerResponse } from 'node:http';
import { networkOf } from '@nashra/site';
import type { FastifyInstance } from 'fastify';

/** Open pages that are told of news at the same time; who comes later renews by hand. */
const MOST = 2_000;
/** Of one household: who opens more takes nobody else's place. */
const MOST_OF_ONE = 50;
const HEARTBEAT_MS = 20_000;

export interface News extends Disposable {
  /** Tells all open pages that something is new. */
  tell(): void;
}

/** Server-sent events: that there are news, not which; a page fetches what it shows. */
export function serveEvents(app: FastifyInstance): News {
  const open = new Map<ServerResponse, string>();
  const send = (text: string) => {
    for (const it of open.keys()) {
      // Who does not read is not waited for.
      if (it.writableNeedDrain) it.destroy();
      else it.write(text);
    }
  };
  const heart = setInterval(send, HEARTBEAT_MS, ':\n\n').unref();
  app.get('/events', (request, reply) => {
    const household = networkOf(request.ip);
    const ofOne = [...open.values()].filter((it) => it === household).length;
    if (open.size >= MOST || ofOne >= MOST_OF_ONE)
      return reply.code(503).header('retry-after', '60').send();
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    raw.write('retry: 5000\n\n');
    open.set(raw, household);
    request.raw.on('close', () => open.delete(raw));
    return reply;
  });
  return {
    tell: () => send('event: news\ndata: 1\n\n'),
    [Symbol.dispose]() {
      clearInterval(heart);
      for (const it of open.keys()) it.end();
      open.clear();
    },
  };
}
