import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { Transform } from 'node:stream';

/** A way to a server that can be broken and mended. */
export interface TcpProxy extends AsyncDisposable {
  /** The server's address by this way. */
  readonly url: string;
  /** Connections that stand stay open and carry nothing any more; new ones are fine. */
  swallow(): void;
  /** Everything comes later by so much, until it is mended. */
  delay(ms: number): void;
  /** Nobody gets through until it is mended. */
  refuse(): void;
  mend(): void;
}

/** Stands between a client and a server of TCP, on loopback. */
export async function startProxy(target: string): Promise<TcpProxy> {
  const to = new URL(target);
  const open = new Set<Socket>();
  let isRefusing = false;
  let delayMs = 0;
  const later = () =>
    new Transform({
      transform(chunk, _, done) {
        if (delayMs > 0) setTimeout(done, delayMs, null, chunk);
        else done(null, chunk);
      },
    });
  const server = createServer((client) => {
    if (isRefusing) return void client.destroy();
    const upstream = connect(Number(to.port), to.hostname);
    for (const [from, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      open.add(from);
      from.pipe(later()).pipe(other);
      from.on('error', () => other.destroy());
      from.on('close', () => {
        open.delete(from);
        other.destroy();
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const url = new URL(target);
  url.hostname = '127.0.0.1';
  url.port = String(port);
  return {
    url: url.href,
    swallow() {
      for (const socket of open) {
        socket.unpipe();
        socket.resume();
      }
    },
    delay(ms) {
      delayMs = ms;
    },
    refuse() {
      isRefusing = true;
      for (const socket of open) socket.destroy();
    },
    mend() {
      isRefusing = false;
      delayMs = 0;
    },
    async [Symbol.asyncDispose]() {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
