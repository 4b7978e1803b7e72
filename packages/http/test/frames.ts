import type { Socket } from 'node:net';
import { createServer } from 'node:tls';
import type { Issued } from './certificates.ts';
import type { Loopback } from './loopback.ts';

/** Types of frames of HTTP/2 (RFC 9113 §6). */
export const FRAME = {
  data: 0,
  headers: 1,
  reset: 3,
  settings: 4,
  push: 5,
  ping: 6,
  goaway: 7,
  windowUpdate: 8,
  continuation: 9,
} as const;
export const END_STREAM = 1;
export const END_HEADERS = 4;

/** One frame, as bytes. */
export function frame(type: number, flags: number, stream: number, payload: Uint8Array): Buffer {
  const head = Buffer.alloc(9);
  head.writeUIntBE(payload.length, 0, 3);
  head.writeUInt8(type, 3);
  head.writeUInt8(flags, 4);
  head.writeUInt32BE(stream, 5);
  return Buffer.concat([head, payload]);
}

/** `:status: 200`, from HPACK's own table. */
export const OK = Buffer.from([0x88]);

/** A field that is in no table, in plain letters. */
export function field(name: string, value: string): Buffer {
  return Buffer.concat([Buffer.from([0]), text(name), text(value)]);
}

function text(words: string): Buffer {
  const bytes = Buffer.from(words, 'latin1');
  // An integer with a prefix of seven bits (RFC 7541 §5.1).
  const length: number[] = [];
  if (bytes.length < 127) length.push(bytes.length);
  else {
    length.push(127);
    let rest = bytes.length - 127;
    for (; rest >= 128; rest = Math.floor(rest / 128)) length.push((rest % 128) + 128);
    length.push(rest);
  }
  return Buffer.concat([Buffer.from(length), bytes]);
}

export const four = (number: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(number);
  return bytes;
};

/** What a server does once it has seen the request on this stream. */
export type Answering = (socket: Socket, stream: number) => void | Promise<void>;

export interface FrameServer extends Loopback {
  /** Requests by HTTP/2. */
  readonly streams: () => number;
}

/** A server that agrees on HTTP/2 and then writes frames as it likes; whoever speaks HTTP/1.1 reads `older`. */
export async function frameServer(of: Issued, answering: Answering): Promise<FrameServer> {
  const sockets = new Set<Socket>();
  const requests: string[] = [];
  let streams = 0;
  const server = createServer(
    { key: of.keyPem, cert: of.pem, ALPNProtocols: ['h2', 'http/1.1'] },
    (socket) => {
      sockets.add(socket);
      socket.on('close', () => sockets.delete(socket)).on('error', () => {});
      if (socket.alpnProtocol !== 'h2') {
        socket.on('data', (head) => {
          requests.push(head.toString('latin1'));
          socket.write('HTTP/1.1 200 OK\r\ncontent-length: 5\r\n\r\nolder');
        });
        return;
      }
      let received = Buffer.alloc(0);
      let isGreeted = false;
      socket.write(frame(FRAME.settings, 0, 0, Buffer.alloc(0)));
      socket.on('data', (bytes) => {
        received = Buffer.concat([received, bytes]);
        if (!isGreeted && received.length >= 24) {
          isGreeted = true;
          received = received.subarray(24);
        }
        while (isGreeted && received.length >= 9) {
          const size = 9 + received.readUIntBE(0, 3);
          if (received.length < size) return;
          const [type, stream] = [received[3], received.readUInt32BE(5)];
          received = received.subarray(size);
          if (type !== FRAME.headers) continue;
          streams += 1;
          void answering(socket, stream);
        }
      });
    },
  );
  server.on('tlsClientError', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    port,
    origin: `https://127.0.0.1:${port}`,
    requests,
    streams: () => streams,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
