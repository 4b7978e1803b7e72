import { Resolver as DnsClient, lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { FetchError } from './fetch-error.ts';
import type { Resolver } from './resolver.ts';

export interface DnsOptions {
  /** `ip` or `ip:port`, and nothing else is asked; by default those of the system, then its hosts file. */
  readonly servers?: readonly string[];
  /** For one try of one server; there are two tries. */
  readonly timeoutMs?: number;
}

/** Some name servers never answer for IPv6; once IPv4 is known they are not waited for longer than this. */
const AAAA_GRACE_MS = 100;

/**
 * Asks DNS directly, IPv4 first, since half-broken IPv6 is the commoner fault. `getaddrinfo` would hold one of libuv's few
 * threads until a dead name server times out, and so hold up every other host and file; it is asked only when DNS
 * says that it knows nothing, for names from the hosts file.
 */
export function dnsResolver({ servers, timeoutMs = 2_500 }: DnsOptions = {}): Resolver {
  const dns = new DnsClient({ timeout: timeoutMs, tries: 2 });
  if (servers) dns.setServers([...servers]);
  return async (host, port) => {
    const ips = literal(host) ?? (await addressesOf(host, dns, servers === undefined));
    return ips.map((ip) => ({ ip, port }));
  };
}

/** What needs no look-up: IPs, and by RFC 6761 `localhost`. */
function literal(host: string): readonly string[] | undefined {
  if (isIP(host) !== 0) return [host];
  return /(^|\.)localhost$/.test(host) ? ['127.0.0.1', '::1'] : undefined;
}

async function addressesOf(
  host: string,
  dns: DnsClient,
  askSystem: boolean,
): Promise<readonly string[]> {
  const v6 = answersOf(dns.resolve6(host));
  const v4 = await answersOf(dns.resolve4(host));
  const rest = v4.ips.length > 0 ? await Promise.race([v6, sleep(AAAA_GRACE_MS)]) : await v6;
  const ips = [...v4.ips, ...(rest?.ips ?? [])];
  if (ips.length > 0) return ips;
  if (v4.timedOut || rest?.timedOut) throw unresolved(host, 'DNS does not answer');
  if (!askSystem) throw unresolved(host, 'the name has no address');
  return await fromSystem(host);
}

interface Answers {
  readonly ips: readonly string[];
  readonly timedOut: boolean;
}

async function answersOf(query: Promise<string[]>): Promise<Answers> {
  return query.then(
    (ips) => ({ ips, timedOut: false }),
    (error: NodeJS.ErrnoException) => ({ ips: [], timedOut: error.code === 'ETIMEOUT' }),
  );
}

async function fromSystem(host: string): Promise<string[]> {
  try {
    const answers = await lookup(host, { all: true, order: 'ipv4first' });
    return answers.map(({ address }) => address);
  } catch (cause) {
    throw unresolved(host, 'the name does not resolve', { cause });
  }
}

function unresolved(host: string, why: string, options?: ErrorOptions): FetchError {
  return new FetchError('DNS', `${host}: ${why}`, options);
}
