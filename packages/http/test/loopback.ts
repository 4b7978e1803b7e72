import type { AddressInfo } from 'node:net';
import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';

/** What one path does with the connection, byte by byte; the request's head is given as text. */
export type Behaviour = (socket: Socket, request: string) => void | Promise<void>;

export interface Loopback extends AsyncDisposable {
  readonly port: number;
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  /** Request heads, in order. */
  readonly requests: readonly string[];
}

/** A server that speaks bytes, since a proper HTTP server would not misbehave. */
export async function loopback(
  behaviours: Readonly<Record<string, Behaviour>>,
  tls?: TlsOptions,
): Promise<Loopback> {
  const requests: string[] = [];
  const sockets = new Set<Socket>();
  const onSocket = (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => {});
    let head = '';
    socket.on('data', (chunk) => {
      head += chunk.toString('latin1');
      if (!head.includes('\r\n\r\n')) return;
      const request = head;
      head = '';
      requests.push(request);
      const path = request.split(' ')[1]?.split('?')[0] ?? '/';
      void (behaviours[path] ?? notFound)(socket, request);
    });
  };
  const server: Server = tls ? createTlsServer(tls, onSocket) : createServer(onSocket);
  server.on('tlsClientError', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    requests,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const notFound: Behaviour = (socket) => {
  socket.end('HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n');
};

/** Sends these bytes and closes, or leaves the connection open. */
export function send(...parts: (string | Uint8Array)[]): Behaviour {
  return (socket) => {
    for (const part of parts) socket.write(part);
    socket.end();
  };
}

export function sendAndHold(...parts: (string | Uint8Array)[]): Behaviour {
  return (socket) => {
    for (const part of parts) socket.write(part);
  };
}

/** A whole answer with its length. */
export function answer(
  status: number,
  fields: string[],
  body: string | Uint8Array = '',
): Behaviour {
  const bytes = Buffer.from(body);
  const head = [`HTTP/1.1 ${status} Some Words`, ...fields, `content-length: ${bytes.length}`];
  return (socket) => {
    socket.write(`${head.join('\r\n')}\r\n\r\n`);
    socket.write(bytes);
  };
}
