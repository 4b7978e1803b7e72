import { foldComponent } from './fold.ts';

const INDEX = /^(index|default)\.(html?|shtml|xhtml|php\d?|aspx?|jspx?|cfm|cgi|pl)$/i;
const SESSION = /;(jsessionid|phpsessid|sessionid|sid)=[^/;]*/gi;
/** Sections under which the last segment is a name: `/tag/amp` is about AMP. */
const LISTINGS = new Set(
  'tag tags topic topics category categories label labels section sections author authors search keyword keywords hashtag wiki theme themes subject dossier dossiers rubrique mot-cle وسم وسوم تصنيف قسم'.split(
    ' ',
  ),
);

/** Identity of a path: one spelling, no empty segments, no index page, no AMP marker, no slash at the end. */
export function foldPath(pathname: string): string {
  const segments = (pathname.includes(';') ? pathname.replace(SESSION, '') : pathname)
    .split('/')
    .map((segment) => foldComponent(segment, '+=&'))
    .filter((segment) => segment !== '');
  if (INDEX.test(segments.at(-1) ?? '')) segments.pop();
  return `/${withoutAmp(segments).join('/')}`;
}

function withoutAmp(segments: readonly string[]): readonly string[] {
  const [first, last] = [segments[0], segments.at(-1)];
  if (last === undefined) return segments;
  if (/^amp(html)?(\.html?)?$/i.test(last)) {
    const rest = segments.slice(0, -1);
    return looksLikeArticle(rest) ? rest : segments;
  }
  if (/^amp$/i.test(first ?? '')) {
    const rest = segments.slice(1);
    return looksLikeArticle(rest) ? rest : segments;
  }
  return segments.with(-1, last.replace(/\.amp(?=\.html?$|$)/i, ''));
}

/** Whether a path names one page rather than a list: a number, a file or a long slug, and no section just before its end. */
export function looksLikeArticle(segments: readonly string[]): boolean {
  if (segments.length === 0 || LISTINGS.has(segments.at(-1) ?? '')) return false;
  return segments.some((segment) => /\d|\.html?$|-[^-]+-/i.test(segment));
}

/** Whether a path names a list by the word before its end (`/tag/amp`, `/author/somebody`), and not a numbered page of it. */
export function isListing(segments: readonly string[]): boolean {
  const isNamed = (at: number) => LISTINGS.has(segments.at(at)?.toLowerCase() ?? '');
  return isNamed(-1) || (isNamed(-2) && !/\d{5}/.test(segments.at(-1) ?? ''));
}
