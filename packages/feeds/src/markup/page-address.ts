import { mendAddress } from './mend-address.ts';
import { resolveAddress } from './resolve-address.ts';

/** What templates write where there is nothing to write, and what leads nowhere. */
const NOTHING =
  /^(?:undefined|null|nan|n\/a|n\.a\.?|none|nil|array|false|true|todo|tbd|0|&nbsp;|-+|\.+|\?+|#(?!!?\/).*|\[object \w+\]|about:.*|\{.*\}|\[(?!https?:).*\]|<\?.*\?>|<!--.*-->|\$\{.*\}|<%.*%>|%.*%)$/is;
const LONGEST_NOTHING = 100;

/** What nearly all are: one scheme, ASCII, and nothing in it that is ever wrong. */
const SOUND = /^https?:\/\/[a-z\d](?:[!#$%(-;=?-[\]^-z|~]|&(?!amp;|#))*$/i;

/** The address of a page as written in a feed, mended and absolute; `null` where none is meant. */
export function pageAddress(written: string, base: string | null): string | null {
  const text = written.trim();
  if (SOUND.test(text) && !text.includes('http', 4)) return text;
  if (text === '' || (text.length <= LONGEST_NOTHING && NOTHING.test(text))) return null;
  const mended = mendAddress(text);
  return resolveAddress(lacksScheme(mended, base) ? `http://${mended}` : mended, base);
}

/** A host without a scheme, which else would be a folder's name: `www.` says so, or the feed's own host. */
function lacksScheme(address: string, base: string | null): boolean {
  if (/^https?:|^[./?]/i.test(address)) return false;
  if (/^www\.[^\s/.]+\.[^\s/]+/i.test(address)) return true;
  const host = /^https?:\/\/(?:www\.)?([^/?#:]+)/i.exec(base ?? '')?.[1]?.toLowerCase();
  return host?.includes('.') === true && address.toLowerCase().startsWith(`${host}/`);
}
