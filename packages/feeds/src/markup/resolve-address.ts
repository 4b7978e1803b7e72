import { withoutCdataMarks } from '../xml/cdata-marks.ts';

const absoluteHttp = /^https?:\/\/[^\s<>"]+$/i;
/** RFC 3986 appendix B: scheme, authority, path, query, fragment. */
const anatomy = /^(?:([a-z][a-z0-9+.-]*):)?(?:\/\/([^/?#]*))?([^?#]*)(\?[^#]*)?(#[\s\S]*)?$/i;

/** What runs when it is followed, or brings its content along, is no address of anything. */
const inert = /^(?:javascript|vbscript|data|blob|about):/i;

/** A base as written in `xml:base`; one that nothing can be relative to leaves the outer one in force. */
export function resolveBase(written: string, outer: string | null): string | null {
  const base = resolveAddress(written, outer);
  return base?.includes('://') && URL.canParse(base) ? base : outer;
}

interface Address {
  scheme: string | undefined;
  authority: string | undefined;
  path: string;
  query: string;
  fragment: string;
}

/**
 * An address as written, made absolute against `base` (RFC 3986 §5.2), but never spelled anew: letters outside ASCII,
 * escapes and case stay, because making addresses canonical is not a reader's business. `null` where nothing can come
 * of it.
 */
export function resolveAddress(written: string, base: string | null): string | null {
  let address = written.trim();
  // Escaped once too often: no address has these in it.
  if (address.includes('&amp;')) address = address.replaceAll('&amp;', '&');
  if (absoluteHttp.test(address)) return address;
  if (address.includes('![CDATA[')) address = withoutCdataMarks(address);
  // An empty reference means the base itself to RFC 3986, and nothing at all to publishers.
  if (address === '' || inert.test(address)) return null;
  const reference = addressOf(address.replace(/[\t\r\n]+(?: {2,})?/g, '').replaceAll(' ', '%20'));
  if (reference === null) return null;
  // http:page is what RFC 3986 §5.2.2 lets old software take for a relative address.
  if (
    reference.scheme !== undefined &&
    !(/^https?$/i.test(reference.scheme) && reference.authority === undefined)
  ) {
    return reference.authority === '' && /^https?$/i.test(reference.scheme)
      ? null
      : recompose(reference);
  }
  const from = base === null ? null : addressOf(base);
  if (from?.scheme === undefined) return null;
  return recompose(joined(from, reference));
}

function addressOf(text: string): Address | null {
  const parts = anatomy.exec(text);
  if (parts === null) return null;
  const [, scheme, authority, path = '', query = '', fragment = ''] = parts;
  return { scheme, authority, path, query, fragment };
}

function joined(base: Address, { authority, path, query, fragment }: Address): Address {
  if (authority !== undefined) {
    return { scheme: base.scheme, authority, path: withoutDots(path), query, fragment };
  }
  if (path === '') return { ...base, query: query || base.query, fragment };
  const merged = path.startsWith('/') ? path : `${directoryOf(base)}${path}`;
  return { ...base, path: withoutDots(merged), query, fragment };
}

function directoryOf({ authority, path }: Address): string {
  if (authority !== undefined && path === '') return '/';
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** RFC 3986 §5.2.4. */
function withoutDots(path: string): string {
  if (!path.includes('/.') && !path.startsWith('.')) return path;
  const kept: string[] = [];
  const segments = path.split('/');
  for (const [index, segment] of segments.entries()) {
    const isLast = index === segments.length - 1;
    if (segment === '..') {
      if (kept.length > 1) kept.pop();
      if (isLast) kept.push('');
    } else if (segment === '.') {
      if (isLast) kept.push('');
    } else {
      kept.push(segment);
    }
  }
  return kept.join('/');
}

function recompose({ scheme, authority, path, query, fragment }: Address): string {
  const host = authority === undefined ? '' : `//${authority}`;
  return `${scheme}:${host}${path}${query}${fragment}`;
}
