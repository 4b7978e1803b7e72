import type { SecureContext } from 'node:tls';
import { Agent, buildConnector } from 'undici';
import { guardedConnector } from './connector.ts';
import { dnsResolver } from './dns.ts';
import type { Guard } from './guard.ts';
import type { FetchLimits } from './limits.ts';
import type { Peer } from './peer-log.ts';
import type { Resolver } from './resolver.ts';

/** Requests at once on one connection of HTTP/2. */
const MOST_STREAMS = 16;

/** What servers are offered; those that take neither speak the older one. */
export type Offer = 'h2' | 'http/1.1';

/** Opens sockets over TLS or without, to an IP that has been checked. */
export function plainDial(
  {
    ca,
    secureContext,
  }: { readonly ca?: string | string[]; readonly secureContext?: SecureContext },
  limits: FetchLimits,
  offer: Offer = 'http/1.1',
): buildConnector.connector {
  return buildConnector({
    allowH2: offer === 'h2',
    preferH2: true,
    timeout: limits.headersMs,
    ...(ca === undefined ? {} : { ca }),
    ...(secureContext === undefined ? {} : { secureContext }),
  });
}

/** Connections that the guard has checked, and the agent that speaks over them. */
export function guardedAgent(
  dial: buildConnector.connector,
  { resolve }: { readonly resolve?: Resolver },
  limits: FetchLimits,
  {
    guard,
    onConnect,
    offer = 'http/1.1',
  }: {
    readonly guard: Guard;
    readonly onConnect: (host: string, peer: Peer) => void;
    readonly offer?: Offer;
  },
): { readonly agent: Agent; readonly connector: buildConnector.connector } {
  const connector = guardedConnector({ guard, resolve, dns: dnsResolver(), dial, onConnect });
  const agent = new Agent({
    allowH2: offer === 'h2',
    // Slots of politeness bound what is asked at once; no server needs to hear of more.
    maxConcurrentStreams: MOST_STREAMS,
    maxHeaderSize: limits.maxHeaderBytes,
    headersTimeout: limits.totalMs,
    bodyTimeout: limits.totalMs,
    connect: connector,
  });
  return { agent, connector };
}
