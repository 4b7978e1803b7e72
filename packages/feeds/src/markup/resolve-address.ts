const absoluteHttp = /^https?:\/\/[^\s<>"]+$/i;
const scheme = /^[a-z][a-z0-9+.-]*:/i;

/**
 * An address as written, made absolute against `base` (RFC 3986 §5). One that already is absolute stays as its
 * publisher wrote it: making it canonical is not the reader's business. `null` where nothing can come of it.
 */
export function resolveAddress(written: string, base: string | null): string | null {
  const address = written.trim();
  if (absoluteHttp.test(address)) return address;
  if (address === '' && base === null) return null;
  if (scheme.test(address)) {
    // http:relative and http://host/a b are what browsers repair; mailto:, tag: and urn: stay.
    return /^https?:/i.test(address)
      ? (URL.parse(address, base ?? undefined)?.href ?? null)
      : address;
  }
  if (base === null) return null;
  return URL.parse(address, base)?.href ?? null;
}
