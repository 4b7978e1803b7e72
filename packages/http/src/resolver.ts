import { isIP } from 'node:net';

/** Where a connection goes: an IP and a port. */
export interface Destination {
  readonly ip: string;
  readonly port: number;
}

/**
 * Decides where the connections for a host go, in order of preference; `undefined` leaves it to DNS.
 * Whatever it answers passes the same guard as DNS does.
 */
export type Resolver = (
  host: string,
  port: number,
) => Promise<readonly Destination[]> | readonly Destination[] | undefined;

/**
 * Reads a map like curl's `--connect-to`: `host:port=ip:port`, several apart by commas, `*` for any host or port.
 * The first match wins. `*:80=127.0.0.1:8080,*:443=127.0.0.1:8443`
 */
export function connectTo(map: string): Resolver {
  const rules = map
    .split(',')
    .filter((rule) => rule.trim() !== '')
    .map(readRule);
  return (host, port) => {
    const rule = rules.find(
      ({ from }) =>
        (from.host === '*' || from.host === host) &&
        (from.port === '*' || Number(from.port) === port),
    );
    return rule && [rule.to];
  };
}

function readRule(text: string): { from: { host: string; port: string }; to: Destination } {
  const match = /^([^=]+):(\d+|\*)=\[?([^=]+?)\]?:(\d+)$/.exec(text.trim());
  const [, host, port, ip, toPort] = match ?? [];
  if (host === undefined || port === undefined || ip === undefined || isIP(ip) === 0)
    throw new TypeError(`connect-to rule "${text.trim()}" is not host:port=ip:port`);
  return { from: { host: host.toLowerCase(), port }, to: { ip, port: Number(toPort) } };
}
