import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a subscriber asked of it. */
export interface Asked {
  readonly path: string;
  readonly form: URLSearchParams;
}

export interface Hub extends AsyncDisposable {
  /** Without a closing slash. */
  readonly origin: string;
  readonly asked: readonly Asked[];
  /** Leads from one path to another, with a status. */
  readonly moved: Map<string, { readonly status: number; readonly to: string }>;
  /** How the callback answered when it was asked whether it meant it, by topic. */
  readonly verified: ReadonlyMap<string, { readonly status: number; readonly echoed: boolean }>;
  /** Tells the subscriber of a topic; the status of its answer. */
  publish(topic: string, body: string, signature?: string | null): Promise<number>;
  callbackOf(topic: string): string | undefined;
}

/** A WebSub hub on loopback that asks back at once, as the W3C has it. */
export async function startHub(leaseSeconds = 3_600): Promise<Hub> {
  const asked: Asked[] = [];
  const moved: Hub['moved'] = new Map();
  const verified = new Map<string, { status: number; echoed: boolean }>();
  const subscribers = new Map<string, { callback: string; secret: string }>();
  const server = createServer((request, response) => {
    // A subscriber that stops meanwhile is no trouble of a hub.
    hear(request, response).catch(() => {});
  });

  async function hear(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? '/';
    let text = '';
    for await (const chunk of request) text += chunk;
    const form = new URLSearchParams(text);
    asked.push({ path, form });
    const move = moved.get(path);
    if (move) return void response.writeHead(move.status, { location: move.to }).end();
    response.writeHead(202).end();
    await verify(form);
  }

  async function verify(form: URLSearchParams): Promise<void> {
    const topic = form.get('hub.topic') ?? '';
    const callback = form.get('hub.callback') ?? '';
    const mode = form.get('hub.mode') ?? '';
    const challenge = `challenge of ${topic}`;
    const query = new URLSearchParams({
      'hub.mode': mode,
      'hub.topic': topic,
      'hub.challenge': challenge,
      'hub.lease_seconds': String(leaseSeconds),
    });
    const answer = await fetch(`${callback}?${query}`);
    const echoed = (await answer.text()) === challenge;
    verified.set(topic, { status: answer.status, echoed });
    if (mode === 'subscribe')
      subscribers.set(topic, { callback, secret: form.get('hub.secret') ?? '' });
    else subscribers.delete(topic);
  }

  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    moved,
    verified,
    callbackOf: (topic) => subscribers.get(topic)?.callback,
    async publish(topic, body, signature) {
      const subscriber = subscribers.get(topic);
      if (!subscriber) throw new Error(`nobody subscribes to ${topic}`);
      const own = `sha256=${createHmac('sha256', subscriber.secret).update(body).digest('hex')}`;
      const field = signature === undefined ? own : signature;
      const answer = await fetch(subscriber.callback, {
        method: 'POST',
        body,
        headers: {
          'content-type': 'application/rss+xml',
          ...(field === null ? {} : { 'x-hub-signature': field }),
        },
      });
      await answer.text();
      return answer.status;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
