import { isInvisible } from './fold.ts';
import { cleanHost, isPlausibleHost } from './host.ts';
import { withoutTracking } from './query.ts';
import { unwrap } from './wrappers.ts';

/** Longer ones are traps or data, not articles. In characters of the percent-encoded form. */
const MAX_LENGTH = 4_096;

/**
 * The address to fetch and to show: WHATWG form, unwrapped from redirectors, without credentials, tracking
 * parameters and fragment (client-side routes such as `#!/a/1` stay). `null` when it is not an http(s) address of a host.
 * What it gives it gives again for itself.
 */
export function canonicalAddress(input: string, base?: string): string | null {
  return canonicalUrl(input, base)?.href ?? null;
}

/** The same, read already. */
export function canonicalUrl(input: string, base?: string): URL | null {
  if (input.length > MAX_LENGTH * 2) return null;
  let url = parse(repair(input), base);
  // Redirectors nest, a share of a share, and each is shorter than the one around it.
  for (let inner = url; inner; inner = innerOf(url)) url = clean(inner);
  if (!url || !isPlausibleHost(url.hostname)) return null;
  return url.href.length > MAX_LENGTH ? null : url;
}

function innerOf(url: URL): URL | null {
  const written = unwrap(url);
  const inner = written === null ? null : parse(repair(written));
  return inner && inner.href.length < url.href.length ? inner : null;
}

/** Marks that editors paste along at the ends, and HTML escapes, once or several times over, that feeds leave in. */
function repair(input: string): string {
  const line = trimInvisible(input).replace(/[\t\n\r]/g, '');
  return line.includes('&') ? line.replace(/&(?:(?:amp|#0*38|#x0*26);)+/gi, '&') : line;
}

function trimInvisible(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && isInvisible(text[start] as string)) start++;
  while (end > start && isInvisible(text[end - 1] as string)) end--;
  return text.slice(start, end);
}

function parse(text: string, base?: string): URL | null {
  const url = URL.parse(text, base);
  return url && (url.protocol === 'http:' || url.protocol === 'https:') ? url : null;
}

/** A query that lost its `?` or had it escaped, and so became part of the path: `/a&utm_source=x`, `/a%3Ffbclid=x`. */
const GLUED = /(?:&|%3F)(?:utm_[a-z]{1,20}|fbclid|gclid)=/i;

function withoutGluedQuery(path: string): string {
  const at = path.search(GLUED);
  return at < 0 ? path : path.slice(0, at);
}

/** Every setter parses the whole address again, so that only what is to change is set. */
function clean(url: URL): URL {
  if (url.username !== '') url.username = '';
  if (url.password !== '') url.password = '';
  if (url.hostname.endsWith('.')) url.hostname = cleanHost(url.hostname);
  // Both schemes' default ports, since ":443" under http is a leftover of a scheme that was swapped.
  if (url.port === '443' || url.port === '80') url.port = '';
  if (GLUED.test(url.pathname)) url.pathname = withoutGluedQuery(url.pathname);
  if (url.search !== '' || url.href.includes('?')) url.search = withoutTracking(url.search);
  if (url.href.includes('#') && !/^#!?\/./.test(url.hash) && !/^#!./.test(url.hash)) url.hash = '';
  return url;
}
