import { canonicalAddress } from '@nashra/address';
import { mendAddress } from '../markup/mend-address.ts';
import { resolveAddress } from '../markup/resolve-address.ts';

/** An address on the web, or why what was written is none. */
export type AddressRead = { address: string; why: null } | { address: null; why: string };

/** Schemes by which feed readers and podcast players ask to be called; what follows is the address. */
const SUBSCRIBE = /^(?:feed|rss|itpc|pcast|podcast):(?:\/\/)?/i;
/** `http//`, `http:/` and `http:///`. */
const MAIMED = /^(https?)(?::\/{0,9}|\/\/)(?=[^/])/i;
/** A host without a scheme before it; a name like `feed.xml` is a file's. */
const HOST =
  /^(?:\/\/(?=[^/])|(?![^\s/?#]*\.(?:xml|rss|rdf|atom|php|aspx?|html?)(?:[?#]|$))(?=[^\s/?#:@]+\.[^\s/?#:@.]+(?::\d+)?(?:[/?#]|$)))/i;

/**
 * The address of a feed as people list it: with a scheme, without one, with one that calls a reader, or relative to
 * `base`.
 */
export function feedAddress(written: string, base: string | null): AddressRead {
  const address = resolveAddress(
    mendAddress(written)
      .replace(SUBSCRIBE, '')
      .replace(MAIMED, (_, scheme: string) => `${scheme}://`)
      .replace(HOST, 'http://'),
    base,
  );
  if (address === null) return { address, why: written.trim() ? 'no address' : 'an empty address' };
  const [scheme = ''] = address.split(':', 1);
  if (!/^https?$/i.test(scheme)) return { address: null, why: `feeds are not had by ${scheme}:` };
  return canonicalAddress(address) === null
    ? { address: null, why: 'no address of a host on the web' }
    : { address, why: null };
}
