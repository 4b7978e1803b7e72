import { canonicalAddress } from '@nashra/address';
import { absoluteUrl } from './address-of.ts';
import { addressShape } from './kind/address-shape.ts';

/** Names that lead a reader somewhere: not those of the machine a page was made on. */
const isPublic = (host: string): boolean =>
  /\.\D/.test(host) && !/\.(?:local|localhost|internal|lan|test)$/i.test(host);

/** What a template that was not filled leaves in the place of an address. */
const UNFILLED = /^(?:undefined|null|nan|none|false|#)$|[{}]|%[a-z][a-z_.-]{3,}%|\[object /i;

/** Where pages that are not there are sent to. */
const ERROR_PATH = /^\/(?:404|not-?found|erreur|error(?:-page)?)(?:\.\w{3,5})?\/?$/i;

/** A machine where pages are tried out, by the first label of its name. */
const TRIAL = /^(?:staging|stage|stg|dev|preprod|pre-?prod|preview|uat|test|qa|recette)\d*[.-]/i;

/** Whether an address lies on a machine for trials, and the page itself does not. */
const isTrial = (host: string, own: string): boolean =>
  TRIAL.test(host) && !TRIAL.test(URL.parse(own)?.hostname ?? '');

/** A piece told by its number alone: «/news/8812». */
const NUMBERED = /\/[a-z-]*\d{3,}[^/]*$/i;

/** Whether an address is the section that an article's own address lies in: a template's mistake. */
function isSectionOf(canonical: URL, own: string): boolean {
  const section = canonical.pathname.replace(/\/$/, '');
  if (canonical.search !== '' || !own.includes(`${section}/`)) return false;
  const path = URL.parse(own)?.pathname ?? '';
  if (!path.startsWith(`${section}/`) || path === canonical.pathname) return false;
  const isPiece = addressShape(own) === 'article' || NUMBERED.test(path);
  return isPiece && addressShape(canonical.href) !== 'article';
}

/**
 * The address that a page calls its own, absolute; null when it calls none.
 * @param links values of `link` elements by relation
 * @param base what relative addresses count from
 * @param own the address the page came from
 */
export function readCanonical(
  links: ReadonlyMap<string, readonly string[]>,
  metas: ReadonlyMap<string, readonly string[]>,
  base: string,
  own: string,
): string | null {
  const named = links.get('canonical')?.find((value) => value.trim() !== '');
  for (const value of [named, metas.get('og:url')?.[0]]) {
    if (value === undefined || UNFILLED.test(value.slice(value.lastIndexOf('/') + 1))) continue;
    const url = URL.parse(absoluteUrl(value, base) ?? '');
    if (url === null || !isPublic(url.hostname) || isTrial(url.hostname, own)) continue;
    if (ERROR_PATH.test(url.pathname)) continue;
    // A place on the page is no part of its name, unless a script reads the page by it.
    if (url.hash !== '' && !url.hash.startsWith('#!')) url.hash = '';
    // A canonical address of the bare host is a template's mistake on any page but the first.
    if (url.pathname === '/' && new URL(base).pathname !== '/') continue;
    if (url.href !== own && isSectionOf(url, own)) continue;
    // Where a reader came from is no part of the name, though templates write it into it.
    return url.search === '' ? url.href : (canonicalAddress(url.href) ?? url.href);
  }
  return null;
}
