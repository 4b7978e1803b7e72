import type { SecureContext } from 'node:tls';
import { Agent, buildConnector } from 'undici';
import { guardedConnector } from './connector.ts';
import { dnsResolver } from './dns.ts';
import type { Guard } from './guard.ts';
import type { FetchLimits } from './limits.ts';
import type { Resolver } from './resolver.ts';

/** Opens sockets over TLS or without, to an IP that has been checked. */
export function plainDial(
  {
    ca,
    secureContext,
  }: { readonly ca?: string | string[]; readonly secureContext?: SecureContext },
  limits: FetchLimits,
): buildConnector.connector {
  return buildConnector({
    allowH2: false,
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
  }: { readonly guard: Guard; readonly onConnect: (host: string, ip: string) => void },
): { readonly agent: Agent; readonly connector: buildConnector.connector } {
  const connector = guardedConnector({ guard, resolve, dns: dnsResolver(), dial, onConnect });
  const agent = new Agent({
    // HTTP/1.1 only: its bounds (head, trailers, 1xx) are the ones that hold here.
    allowH2: false,
    maxHeaderSize: limits.maxHeaderBytes,
    headersTimeout: limits.totalMs,
    bodyTimeout: limits.totalMs,
    connect: connector,
  });
  return { agent, connector };
}
