import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { buildConnector } from 'undici';
import { FetchError } from './fetch-error.ts';
import { bareHost, type Guard, portOf } from './guard.ts';
import type { Peer } from './peer-log.ts';
import type { Destination, Resolver } from './resolver.ts';
import { socketOf } from './socket-of.ts';
import { inTurns, stagger } from './stagger.ts';

type Connector = buildConnector.connector;
type ConnectOptions = buildConnector.Options;

/** More addresses than this are not tried: a dead host must not hold a worker for minutes. */
const MAX_TARGETS = 3;
/** RFC 8305 §8: a target that has not answered by now is not the only one that is tried. */
const NEXT_TARGET_MS = 250;

export interface ConnectorParts {
  readonly guard: Guard;
  /** The caller's; asked first. */
  readonly resolve: Resolver | undefined;
  readonly dns: Resolver;
  /** Opens the socket to an IP that has been checked. */
  readonly dial: Connector;
  /** Told of every open connection, by the origin's host with port. */
  readonly onConnect: (host: string, peer: Peer) => void;
}

/**
 * undici connector that resolves, checks every answer and connects to a checked IP, in one step, so that a name that
 * resolves otherwise the next time (DNS rebinding) gains nothing. SNI and Host stay those of the address.
 */
export function guardedConnector(parts: ConnectorParts): Connector {
  return (options, callback) => {
    connect(options, parts).then(
      (socket) => callback(null, socket),
      (error: Error) => callback(error, null),
    );
  };
}

async function connect(options: ConnectOptions, parts: ConnectorParts): Promise<Socket> {
  const host = bareHost(options.hostname);
  const port = portOf(options);
  const targets = (await parts.resolve?.(host, port)) ?? (await parts.dns(host, port)) ?? [];
  // One private answer condemns them all: honest names do not mix, and rebinding names do.
  for (const target of targets) parts.guard.checkTarget({ host, port }, target);
  const attempts = inTurns(targets)
    .slice(0, MAX_TARGETS)
    .map((target) => async () => {
      const { ip: hostname, port: number } = target;
      const socket = await socketOf(parts.dial, { ...options, hostname, port: String(number) });
      checkPeer(socket, { host, port }, target, parts.guard);
      return { socket, target };
    });
  const { socket, target } = await stagger(attempts, {
    afterMs: NEXT_TARGET_MS,
    discard: (late) => late.socket.destroy(),
    none: () => new FetchError('DNS', `${host} resolves to nothing`),
  });
  const protocol = (socket instanceof TLSSocket && socket.alpnProtocol) || null;
  parts.onConnect(options.host ?? options.hostname, { ip: target.ip, protocol });
  return socket;
}

/** Whatever happened before, the peer is one that may be reached. */
function checkPeer(
  socket: Socket,
  asked: { host: string; port: number },
  target: Destination,
  guard: Guard,
): void {
  try {
    guard.checkTarget(asked, { ip: socket.remoteAddress ?? target.ip, port: target.port });
  } catch (error) {
    socket.destroy();
    throw error;
  }
}
