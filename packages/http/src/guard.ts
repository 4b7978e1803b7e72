import { isIP } from 'node:net';
import { FetchError } from './fetch-error.ts';
import { isPublicIp } from './public-ip.ts';
import type { Destination } from './resolver.ts';
import { isWebPort } from './web-port.ts';

/** `true` lets everything through; a list names hosts or IPs, with or without `:port`. */
export type AllowPrivate = boolean | readonly string[];

const MAX_ADDRESS_LENGTH = 8_192;

/** Decides what may be asked for and where a connection may go. */
export class Guard {
  readonly #all: boolean;
  readonly #allowed: ReadonlySet<string>;

  constructor(allowPrivate: AllowPrivate = false) {
    this.#all = allowPrivate === true;
    this.#allowed = new Set(typeof allowPrivate === 'boolean' ? [] : allowPrivate);
  }

  /** Parses an address and applies the policy that needs no look-up; IP literals are judged here and again on connecting. */
  checkAddress(address: string): URL {
    const url = parse(address);
    if (url.protocol !== 'http:' && url.protocol !== 'https:')
      throw blocked(`scheme ${url.protocol} is not fetched`);
    if (url.username !== '' || url.password !== '')
      throw blocked('addresses with credentials are not fetched');
    if (url.href.length > MAX_ADDRESS_LENGTH) throw blocked('the address is too long');
    const host = bareHost(url.hostname);
    const port = portOf(url);
    if (this.#exempt(host, port)) return url;
    if (!isWebPort(port)) throw blocked(`port ${port} is not a web port`);
    if (isIP(host) !== 0) this.checkTarget({ host, port }, { ip: host, port });
    return url;
  }

  /** Throws unless the IP is public, or the address's host or the target is excepted. */
  checkTarget(asked: { host: string; port: number }, target: Destination): void {
    if (isPublicIp(target.ip)) return;
    if (this.#exempt(asked.host, asked.port) || this.#exempt(target.ip, target.port)) return;
    throw blocked(`${asked.host} leads to ${target.ip}, which is not a public address`);
  }

  #exempt(host: string, port: number): boolean {
    return this.#all || this.#allowed.has(host) || this.#allowed.has(`${host}:${port}`);
  }
}

/** Host name without the brackets of IPv6 literals and without the root's dot. */
export function bareHost(hostname: string): string {
  return hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
}

/** The port of an address, or of connect options, that may leave it to the scheme. */
export function portOf({ port, protocol }: { port: string; protocol: string }): number {
  if (port !== '') return Number(port);
  return protocol === 'https:' ? 443 : 80;
}

function parse(address: string): URL {
  const url = URL.parse(address);
  if (!url) throw blocked('not an address');
  return url;
}

function blocked(message: string): FetchError {
  return new FetchError('BLOCKED_ADDRESS', message);
}
