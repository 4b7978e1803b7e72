import { hostOf } from '@nashra/address';
import type { Aside, PoliteGet } from '@nashra/politeness';
import type { HostGate } from './host-gate.ts';
import type { FetchDeps, Target } from './ports.ts';
import type { SilentHosts } from './silent-hosts.ts';

export interface PolitelyDeps {
  readonly get: PoliteGet;
  readonly gate: HostGate;
  readonly silent: SilentHosts;
  readonly concurrency: number;
  /** Of a page. */
  readonly maxBytes: number;
  aside(signal: AbortSignal): Aside | undefined;
}

const ACCEPT: Readonly<Record<Target['kind'], string>> = {
  article: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.5',
  feed: 'application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,*/*;q=0.5',
  home: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.5',
  sitemap: 'application/xml,text/xml;q=0.9,*/*;q=0.5',
};

/** What sitemaps.org allows one file: a page is never as large, and a feed with its articles inside may be. */
const LIST_BYTES = 50 * 2 ** 20;
const LISTS: ReadonlySet<Target['kind']> = new Set(['feed', 'sitemap']);

/** A released address by the rules of its host. Throws WaitError when it is not the first host's turn. */
export function politely({
  get,
  gate,
  silent,
  concurrency,
  maxBytes,
  aside,
}: PolitelyDeps): FetchDeps['get'] {
  return async (target, signal) => {
    const { addressId, address, kind, lane, etag, lastModified, accessOf } = target;
    const host = hostOf(address);
    await gate.enter(host, concurrency);
    try {
      const request = {
        address,
        lane: lane === 0 ? ('live' as const) : ('backfill' as const),
        token: String(addressId),
        accept: ACCEPT[kind],
        accessOf,
        ...(LISTS.has(kind) ? { maxBytes: Math.max(maxBytes, LIST_BYTES) } : {}),
        ...(etag === null ? {} : { etag }),
        ...(lastModified === null ? {} : { lastModified }),
      };
      return await silent.visit(host, () => get(request, signal, aside(signal)));
    } finally {
      gate.leave(host);
    }
  };
}
