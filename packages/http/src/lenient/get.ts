import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import type { buildConnector } from 'undici';
import type { Deadline } from '../deadline.ts';
import { FetchError } from '../fetch-error.ts';
import { isFieldValue } from '../headers.ts';
import type { FetchLimits } from '../limits.ts';
import { socketOf } from '../socket-of.ts';
import { endOfHead, isChunked, type LenientHead, parseHead } from './head.ts';
import { Incoming } from './incoming.ts';

export interface LenientAnswer extends LenientHead {
  readonly body: Readable;
}

/** A chunk's size and what stands behind it. */
const MOST_OF_A_LINE = 4_096;
/** Up to 4 GiB: the bounds of a body are its reader's. */
const CHUNK_SIZE = /^[ \t]*([0-9a-f]{1,8})[ \t]*(?:;.*)?\r?\n$/i;

/** GET over a connection of its own, by a parser that forgives what browsers do; framing is checked by the caller all the same. */
export async function lenientGet(
  connector: buildConnector.connector,
  url: URL,
  headers: Readonly<Record<string, string>>,
  limits: FetchLimits,
  deadline: Deadline,
): Promise<LenientAnswer> {
  const { signal } = deadline;
  const { hostname, host, protocol, port } = url;
  const servername = protocol === 'https:' ? { servername: hostname } : {};
  const socket = await socketOf(connector, { hostname, host, protocol, port, ...servername });
  const close = () => socket.destroy(signal.reason);
  socket.once('close', () => signal.removeEventListener('abort', close)).on('error', () => {});
  if (signal.aborted) close();
  signal.addEventListener('abort', close, { once: true });
  socket.write(requestHead(url, headers), 'latin1');
  try {
    const incoming = new Incoming(socket);
    const head = await readHead(incoming, limits.maxHeaderBytes);
    const body = Readable.from(closing(bodyOf(incoming, head), socket), { objectMode: false });
    return { ...head, body: body.once('close', () => socket.destroy()) };
  } catch (error) {
    socket.destroy();
    throw error;
  }
}

function requestHead(url: URL, headers: Readonly<Record<string, string>>): string {
  const fields = Object.entries({ ...headers, host: url.host, connection: 'close' });
  const lines = fields.flatMap(([name, value]) =>
    isFieldValue(value) ? [`${name}: ${value}`] : [],
  );
  return [`GET ${url.pathname}${url.search} HTTP/1.1`, ...lines, '', ''].join('\r\n');
}

/** What comes before the answer itself (RFC 9110 §15.2) is no answer. */
async function readHead(incoming: Incoming, most: number): Promise<LenientHead> {
  for (;;) {
    const text = await incoming.through(endOfHead, most);
    if (text === null) throw new FetchError('CONNECT', 'closed before the head was whole');
    const head = parseHead(text);
    if (head.statusCode >= 200 || head.statusCode === 101) return head;
  }
}

function bodyOf(incoming: Incoming, { headers }: LenientHead): AsyncGenerator<Buffer> {
  if (isChunked(headers)) return dechunked(incoming);
  const [length] = [headers['content-length'] ?? []].flat();
  if (length === undefined) return incoming.rest();
  if (!/^\d{1,15}$/.test(length)) throw new FetchError('PROTOCOL', 'a length that is no number');
  return incoming.exactly(Number(length));
}

async function* dechunked(incoming: Incoming): AsyncGenerator<Buffer> {
  const endOfLine = (bytes: Buffer) => bytes.indexOf('\n') + 1 || -1;
  for (;;) {
    const line = await incoming.through(endOfLine, MOST_OF_A_LINE);
    if (line === null) throw new FetchError('TRUNCATED', 'the last chunk is missing');
    const size = CHUNK_SIZE.exec(line)?.[1];
    if (size === undefined) throw new FetchError('PROTOCOL', 'a chunk without a size');
    if (Number.parseInt(size, 16) === 0) return;
    yield* incoming.exactly(Number.parseInt(size, 16));
    const end = await incoming.through(endOfLine, MOST_OF_A_LINE);
    if (end !== null && end.trim() !== '')
      throw new FetchError('PROTOCOL', 'a chunk without an end');
  }
}

async function* closing(bytes: AsyncGenerator<Buffer>, socket: Socket): AsyncGenerator<Buffer> {
  try {
    yield* bytes;
  } finally {
    socket.destroy();
  }
}
