import { mendAddress } from './mend-address.ts';
import { resolveAddress } from './resolve-address.ts';

/** What templates write where there is nothing to write, and what leads nowhere. */
const NOTHING =
  /^(?:undefined|null|nan|n\/a|n\.a\.?|none|nil|false|true|tbd|-+|\.+|\?+|#.*|\[object \w+\]|about:.*)$/is;
const WITHOUT_SCHEME = /^www\.[^\s/.]+\.[^\s/]+/i;

/** The address of a page as written in a feed, mended and absolute; `null` where none is meant. */
export function pageAddress(written: string, base: string | null): string | null {
  const text = written.trim();
  if (text === '' || NOTHING.test(text.slice(0, 100))) return null;
  const mended = mendAddress(text);
  return resolveAddress(WITHOUT_SCHEME.test(mended) ? `http://${mended}` : mended, base);
}

/** How much an address is worth as an entry's page: the less the better, `null` for what can be none. */
export type PageWorth = 'page' | 'doubtful' | null;

/** What a feed's pages are told apart from: where it came from itself, and the front page it names. */
export interface FeedPlaceOnWeb {
  readonly url: string | null;
  home: string | null;
}

const ANATOMY =
  /^https?:\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]*)(?::\d*)?([^?#]*)(\?[^#]*)?(#.*)?$/is;
/** RFC 6761, RFC 6762, RFC 1918 and their like: nobody outside reaches them. */
const LOCAL =
  /^(?:[^.]*|.*\.(?:localhost|local|localdomain|internal|intranet|lan|invalid|home\.arpa)|127(?:\.\d+){3}|10(?:\.\d+){3}|192\.168(?:\.\d+){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2}|169\.254(?:\.\d+){2}|0\.0\.0\.0|\[(?:::1?|f[cde].*)\])$/i;
const TEMPLATE = /\{\{|\$\{|<%|%7b%7b|\$%7b|%3c%25|\[object/i;
const UNFILLED = /\/(?:undefined|null|nan)\/?$/i;

export function worthOf(address: string, { url, home }: FeedPlaceOnWeb): PageWorth {
  const [, host = '', path = '', query = '', fragment = ''] = ANATOMY.exec(address) ?? [];
  if (host === '' || /[\s<>"]/.test(host) || TEMPLATE.test(address)) return null;
  const isLocal = LOCAL.test(host) && host !== (url === null ? '' : ANATOMY.exec(url)?.[1]);
  if (isLocal) return null;
  const isRoute = /^#!?\//.test(fragment);
  if (isRoute) return 'page';
  if (path.length <= 1 && query === '') return 'doubtful';
  const page = address.slice(0, address.length - fragment.length);
  return page === home || page === url || UNFILLED.test(path) ? 'doubtful' : 'page';
}
