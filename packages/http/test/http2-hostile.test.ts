import { beforeAll, expect, it } from 'vitest';
import { createFetcher, type Fetcher } from '../src/index.ts';
import { type Issued, issue } from './certificates.ts';
import {
  type Answering,
  END_HEADERS,
  END_STREAM,
  FRAME,
  field,
  four,
  frame,
  frameServer,
  OK,
} from './frames.ts';

let site: Issued;
beforeAll(async () => {
  site = await issue({ name: 'news.example', ca: false });
});

const NOTHING = Buffer.alloc(0);
const head = (stream: number, ...fields: Buffer[]) =>
  frame(FRAME.headers, END_HEADERS, stream, Buffer.concat([OK, ...fields]));
const data = (stream: number, bytes: string | Buffer, flags = 0) =>
  frame(FRAME.data, flags, stream, Buffer.from(bytes));

/** Writes for as long as the other side listens. */
async function endlessly(
  socket: Parameters<Answering>[0],
  next: (n: number) => Buffer,
  everyMs = 0,
): Promise<void> {
  for (let n = 0; !socket.destroyed; n++) {
    const flowing = socket.write(next(n));
    await (everyMs > 0 || flowing
      ? new Promise((resolve) => setTimeout(resolve, everyMs))
      : new Promise<void>((resolve) => socket.once('drain', resolve).once('close', resolve)));
  }
}

function fetcherTo(port: number): Fetcher {
  return createFetcher({
    userAgent: 'test',
    allowPrivate: true,
    ca: site.pem,
    resolve: () => [{ ip: '127.0.0.1', port }],
    limits: {
      headersMs: 2_500,
      totalMs: 10_000,
      maxBytes: 1_000_000,
      minBytesPerSecond: 1_000,
      rateWindowMs: 1_000,
    },
  });
}

const outcome = (fetcher: Fetcher, onHop?: () => Promise<void>): Promise<string> =>
  fetcher.get('https://news.example/', onHop ? { onHop } : {}).then(
    ({ body }) => body.toString(),
    ({ code }) => code ?? 'no code',
  );

/** First: what comes of the fetch. Then: what comes of the next one, at its own time. */
const cases: Record<string, readonly [first: string, next: string, Answering]> = {
  'never answers': ['TIMEOUT', 'older', () => {}],
  'resets the stream': [
    'older',
    'older',
    (socket, stream) => void socket.write(frame(FRAME.reset, 0, stream, four(2))),
  ],
  'wants the older protocol (HTTP_1_1_REQUIRED)': [
    'older',
    'older',
    (socket, stream) => void socket.write(frame(FRAME.reset, 0, stream, four(13))),
  ],
  'refuses each stream': [
    'older',
    'older',
    (socket, stream) => void socket.write(frame(FRAME.reset, 0, stream, four(7))),
  ],
  'says goodbye in the place of an answer': [
    'older',
    'older',
    (socket) => void socket.end(frame(FRAME.goaway, 0, 0, Buffer.concat([four(0), four(2)]))),
  ],
  'closes without a word': ['older', 'older', (socket) => void socket.end()],
  'writes what is no frame': [
    'older',
    'older',
    (socket) => void socket.write('HTTP/1.1 400 Bad\r\n'.repeat(2_000)),
  ],
  'sends fields without end': [
    'older',
    'older',
    (socket, stream) => {
      socket.write(frame(FRAME.headers, 0, stream, OK));
      return endlessly(socket, (n) =>
        frame(FRAME.continuation, 0, stream, field(`x-${n}`, 'a'.repeat(8_000))),
      );
    },
  ],
  'sends empty CONTINUATION without end': [
    'older',
    'older',
    (socket, stream) => {
      socket.write(frame(FRAME.headers, 0, stream, OK));
      return endlessly(socket, () => frame(FRAME.continuation, 0, stream, NOTHING));
    },
  ],
  'sends a head byte by byte': [
    'TIMEOUT',
    'older',
    (socket, stream) => {
      socket.write(frame(FRAME.headers, 0, stream, OK).subarray(0, 9));
      return endlessly(socket, () => NOTHING, 20);
    },
  ],
  'sends interim answers without end': [
    'TIMEOUT',
    'older',
    (socket, stream) =>
      endlessly(
        socket,
        () => frame(FRAME.headers, END_HEADERS, stream, field(':status', '103')),
        20,
      ),
  ],
  'sends PING without end': [
    'TIMEOUT',
    'older',
    (socket) => endlessly(socket, () => frame(FRAME.ping, 0, 0, Buffer.alloc(8)), 1),
  ],
  'sends SETTINGS without end': [
    'TIMEOUT',
    'older',
    (socket) => endlessly(socket, () => frame(FRAME.settings, 0, 0, NOTHING), 1),
  ],
  'pushes what nobody asked for': [
    'TIMEOUT',
    'older',
    (socket, stream) =>
      void socket.write(frame(FRAME.push, END_HEADERS, stream, Buffer.concat([four(2), OK]))),
  ],
  'sends a head and never a body': [
    'TIMEOUT',
    'older',
    (socket, stream) => void socket.write(head(stream)),
  ],
  'trickles its body': [
    'TIMEOUT',
    'older',
    (socket, stream) => {
      socket.write(head(stream));
      return endlessly(socket, () => data(stream, 'a'), 50);
    },
  ],
  'sends empty frames in the place of a body': [
    'TIMEOUT',
    'older',
    (socket, stream) => {
      socket.write(head(stream));
      return endlessly(socket, () => data(stream, NOTHING), 1);
    },
  ],
  'breaks off within the body': [
    'TRUNCATED',
    'older',
    (socket, stream) => {
      socket.write(Buffer.concat([head(stream), data(stream, 'abc')]));
      socket.write(frame(FRAME.reset, 0, stream, four(2)));
    },
  ],
  'sends less than it announces': [
    'TRUNCATED',
    'older',
    (socket, stream) =>
      void socket.write(
        Buffer.concat([
          head(stream, field('content-length', '10')),
          data(stream, 'abc', END_STREAM),
        ]),
      ),
  ],
  'announces too much': [
    'TOO_LARGE',
    'TOO_LARGE',
    (socket, stream) => void socket.write(head(stream, field('content-length', '2000000'))),
  ],
};

it.concurrent.each(Object.entries(cases))(
  'a server that %s costs no more than one that does so by HTTP/1.1',
  async (_, [first, next, answering]) => {
    await using server = await frameServer(site, answering);
    await using fetcher = fetcherTo(server.port);
    expect(await outcome(fetcher)).toBe(first);
    expect(await outcome(fetcher)).toBe(next);
    expect(server.streams()).toBeLessThanOrEqual(2);
  },
);

it('asks again as a request of its own, which whoever paces may refuse', async () => {
  await using server = await frameServer(site, cases['resets the stream']?.[2] ?? (() => {}));
  await using fetcher = fetcherTo(server.port);
  let hops = 0;
  const onHop = async () => {
    hops += 1;
    if (hops > 1) throw Object.assign(new Error('busy'), { code: 'HOST_BUSY' });
  };
  expect(await outcome(fetcher, onHop)).toBe('HOST_BUSY');
  expect([hops, server.streams(), server.requests.length]).toEqual([2, 1, 0]);
});
