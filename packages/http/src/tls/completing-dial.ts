import type { X509Certificate } from 'node:crypto';
import { isIP, type Socket } from 'node:net';
import { connect, createSecureContext, type SecureContext } from 'node:tls';
import type { buildConnector } from 'undici';
import { bareHost } from '../guard.ts';
import { keepNewest } from '../keep-newest.ts';
import { socketOf } from '../socket-of.ts';
import type { MissingIssuers } from './missing-issuers.ts';

type Connector = buildConnector.connector;
type ConnectOptions = buildConnector.Options;

/** How OpenSSL says that it came to no trusted root. */
const INCOMPLETE = new Set([
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
]);
const MOST_HOSTS = 500;

export interface CompletingDialParts {
  /** Opens sockets; with a context where one is given. */
  readonly dialWith: (context: SecureContext | undefined) => Connector;
  readonly issuers: MissingIssuers;
  readonly timeoutMs: number;
}

/**
 * Opens sockets also to servers that leave out an intermediate certificate: what is missing is looked for, and the connection made
 * and verified once more with it. Where nothing is found the first failure stands.
 */
export function completingDial({ dialWith, issuers, timeoutMs }: CompletingDialParts): Connector {
  const plain = dialWith(undefined);
  const completed = new Map<string, Connector>();

  const open = async (options: ConnectOptions): Promise<Socket> => {
    const host = options.host ?? options.hostname;
    const known = completed.get(host);
    if (known) {
      try {
        return await socketOf(known, options);
      } catch {
        // The server may have another certificate now: it is asked as any other.
        completed.delete(host);
      }
    }
    try {
      return await socketOf(plain, options);
    } catch (error) {
      if (options.protocol !== 'https:' || !isIncomplete(error)) throw error;
      const leaf = await shownBy(options, timeoutMs);
      const ca = leaf && isOf(leaf, options) ? await issuers.complete(leaf) : null;
      if (ca === null) throw error;
      const dial = dialWith(createSecureContext({ ca: [...ca] }));
      const socket = await socketOf(dial, options);
      keepNewest(completed, host, dial, MOST_HOSTS);
      return socket;
    }
  };
  return (options, callback) => {
    open(options).then(
      (socket) => callback(null, socket),
      (error: Error) => callback(error, null),
    );
  };
}

function isIncomplete(error: unknown): boolean {
  return error instanceof Error && 'code' in error && INCOMPLETE.has(String(error.code));
}

/** The certificate that a server shows, with those it sends along. Nothing is asked on this connection, and nothing believed. */
function shownBy(
  { hostname, port, ...options }: ConnectOptions,
  timeoutMs: number,
): Promise<X509Certificate | undefined> {
  return new Promise((resolve) => {
    const socket = connect({
      host: hostname,
      port: Number(port || 443),
      servername: serverName(options),
      rejectUnauthorized: false,
    });
    const end = (leaf?: X509Certificate) => {
      socket.destroy();
      resolve(leaf);
    };
    socket
      .setTimeout(timeoutMs, () => end())
      .once('secureConnect', () => end(socket.getPeerX509Certificate()))
      .once('error', () => end())
      .once('close', () => end());
  });
}

/** Whether it is for the host that was asked, now: for any other no chain is worth looking for. */
function isOf(leaf: X509Certificate, options: ConnectOptions): boolean {
  const now = Date.now();
  if (leaf.validFromDate.getTime() > now || leaf.validToDate.getTime() < now) return false;
  const name = serverName(options);
  return name === ''
    ? leaf.checkIP(hostOf(options)) !== undefined
    : leaf.checkHost(name) !== undefined;
}

function hostOf({ host }: Pick<ConnectOptions, 'host'>): string {
  return bareHost(URL.parse(`https://${host}`)?.hostname ?? '');
}

/** What is said in the handshake; nothing for IPs. */
function serverName(options: Pick<ConnectOptions, 'host' | 'servername'>): string {
  const name = options.servername || hostOf(options);
  return isIP(name) === 0 ? name : '';
}
