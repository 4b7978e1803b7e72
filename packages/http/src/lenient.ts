import { request as httpRequest, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { type buildConnector, errors } from 'undici';
import type { Deadline } from './deadline.ts';
import type { FetchLimits } from './limits.ts';
import { socketOf } from './socket-of.ts';

/** Addresses whose servers are known to write HTTP by rules of their own. */
const MOST_ADDRESSES = 1_000;

/**
 * Which addresses answer in a way that the strict parser refuses and browsers read: a coding that is none beside a length, bare line
 * feeds, spaces in names. The first answer is an error as before; the next try, at its polite time, is read by the other parser.
 */
export class LenientAddresses {
  readonly #known = new Set<string>();

  has(address: string): boolean {
    return this.#known.has(address);
  }

  note(address: string, error: unknown): void {
    if (!isRefusal(error instanceof Error ? error.cause : undefined)) return;
    const oldest = this.#known.values().next().value;
    if (this.#known.size >= MOST_ADDRESSES && oldest !== undefined) this.#known.delete(oldest);
    this.#known.add(address);
  }
}

/** The parser's word, or what undici makes of it where a length was announced. */
function isRefusal(cause: unknown): boolean {
  return (
    cause instanceof errors.HTTPParserError ||
    cause instanceof errors.ResponseContentLengthMismatchError
  );
}

/** GET over a connection of its own, by Node's parser with its leniency on; framing is checked by the caller all the same. */
export async function lenientGet(
  connector: buildConnector.connector,
  url: URL,
  headers: Readonly<Record<string, string>>,
  limits: FetchLimits,
  deadline: Deadline,
): Promise<IncomingMessage> {
  const socket = await dial(connector, url);
  return await new Promise((resolve, reject) => {
    const request = httpRequest({
      createConnection: () => socket,
      method: 'GET',
      path: url.pathname + url.search,
      headers: { ...headers, host: url.host, connection: 'close' },
      insecureHTTPParser: true,
      maxHeaderSize: limits.maxHeaderBytes,
      signal: deadline.signal,
    });
    request.on('response', resolve).on('error', reject).end();
  });
}

function dial(connector: buildConnector.connector, url: URL): Promise<Socket> {
  const { hostname, host, protocol, port } = url;
  const servername = protocol === 'https:' ? { servername: hostname } : {};
  return socketOf(connector, { hostname, host, protocol, port, ...servername });
}
