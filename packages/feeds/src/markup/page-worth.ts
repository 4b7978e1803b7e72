/** What an address is worth as an entry's page; `null` for what can be none. */
export type PageWorth = 'page' | 'doubtful' | null;

/** What a feed's pages are told apart from: where it came from itself, and the front page it names. */
export interface OwnAddresses {
  readonly url: string | null;
  home: string | null;
}

/** Host, path, query, fragment. */
const ANATOMY =
  /^https?:\/\/(?:[^/?#@]*@)?(\[[\da-f:.]+\]|[^/?#:]+)(?::\d*)?(?=[/?#]|$)([^?#]*)(\?[^#]*)?(#.*)?$/is;
const HOST = /^(?:\[.*\]|[^\s.%<>"{}|\\^`]+(?:\.[^\s.%<>"{}|\\^`]+)*\.?)$/;
/** RFC 6761, RFC 6762, RFC 1918 and their like: nobody outside reaches them. */
const LOCAL =
  /^(?:[^.]*|.*\.(?:localhost|local|localdomain|internal|intranet|lan|invalid|home\.arpa)|(?:0|10|127)(?:\.\d+){3}|192\.168(?:\.\d+){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2}|169\.254(?:\.\d+){2}|\[(?:::1?|f[cde].*)\])$/i;
/** Templates that nobody filled in. */
const TEMPLATE =
  /\{\{|\$\{|<%|%7b%7b|\$%7b|%3c%25|%%\w+%%|\[object|\/(?:\{|%7b)[\w.-]+(?:\}|%7d)(?=[/?#]|$)/i;
const UNFILLED = /\/(?:undefined|null|nan)\/?$/i;
const MEDIA = /\.(?:mp3|m4a|aac|ogg|opus|wav|mp4|m4v|mov|webm|jpe?g|png|gif|webp)$/i;

/** Weighs an absolute address. Front pages, the feed itself and files of media are doubtful: pages only for want of others. */
export function worthOf(address: string, { url, home }: OwnAddresses): PageWorth {
  const [, host = '', path = '', query = '', fragment = ''] = ANATOMY.exec(address) ?? [];
  if (!HOST.test(host) || TEMPLATE.test(address)) return null;
  // A feed that is local itself may speak of its own host.
  if (LOCAL.test(host) && host !== (url === null ? '' : ANATOMY.exec(url)?.[1])) return null;
  if (/^#!?\//.test(fragment)) return 'page';
  const page = fragment === '' ? address : address.slice(0, -fragment.length);
  const isFront = path.length <= 1 && query === '';
  const isOwn = isFront || isSame(page, home) || isSame(page, url);
  return isOwn || UNFILLED.test(path) || MEDIA.test(path) ? 'doubtful' : 'page';
}

/** But for scheme, `www.` and a slash at the end. */
const isSame = (page: string, own: string | null) =>
  own !== null && Math.abs(page.length - own.length) < 8 && bare(page) === bare(own);

const bare = (address: string) => address.replace(/^https?:\/\/(?:www\.)?/i, '').replace(/\/$/, '');
