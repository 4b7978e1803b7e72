/** Under which names a site is served. */
export interface OwnHosts {
  /** Whether a request that names this host is meant for us. */
  serves(host: string): boolean;
  /** Whether a writing request comes from our own pages, or from a program that is no browser. */
  isOwn(fields: OriginFields, host: string): boolean;
}

/** What a browser says about where a request comes from. */
export interface OriginFields {
  readonly origin?: string | undefined;
  readonly 'sec-fetch-site'?: string | string[] | undefined;
}

const LOOPBACK = /^(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])(?::\d{1,5})?$/;

/**
 * Our own names are those that are set, and loopback; what a request says of its host is believed only when it is one of
 * them, since a page elsewhere chooses it by a name of its own that leads here.
 *
 * @param named hosts as browsers write them, `news.example` or `news.example:8080`, by commas
 */
export function ownHosts(named: string): OwnHosts {
  const names = new Set(
    named
      .split(',')
      .map((it) => it.trim().toLowerCase())
      .filter(Boolean),
  );
  const serves = (host: string) => names.has(host.toLowerCase()) || LOOPBACK.test(host);
  return {
    serves,
    isOwn({ origin, 'sec-fetch-site': site }, host) {
      if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
      if (origin === undefined) return true;
      const from = URL.parse(origin)?.host ?? '';
      // Behind a proxy the host we are asked by may be the proxy's word for us.
      return names.has(from) || (serves(host) && from === host);
    },
  };
}
