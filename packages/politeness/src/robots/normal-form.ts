/** RFC 3986 §2.3: the same percent-encoded and bare. */
const UNRESERVED = /[A-Za-z0-9\-._~]/;
/** RFC 3986 §2.2: another thing encoded than bare, `%2F` is no `/`. */
const RESERVED = /[:/?#[\]@!&()+,;=]/;
/** What most paths consist of, and is as it should be. */
const PLAIN = /^[\w\-.~:/?#[\]@!&()+,;=]*$/;

const ESCAPE_OR_OCTET = /%[0-9a-f]{2}|[^\w\-.~:/?#[\]@!&()+,;=]/gi;

/**
 * One spelling for the path and query of an address, so that it compares octet by octet (RFC 9309 §2.2.2): what may
 * stand bare does, all else is percent-encoded UTF-8 in upper case. `*` and `$` come out encoded, as patterns write them
 * where they mean the letter (§2.2.3).
 */
export function normalPath(path: string): string {
  return PLAIN.test(path) ? path : normalOctets(Buffer.from(path).toString('latin1'));
}

/** The same for a pattern, given as Latin-1 (bytes as text); `*` and a final `$` keep their meaning. */
export function normalPattern(pattern: string): string {
  if (PLAIN.test(pattern)) return pattern;
  // `$` ends the path, and a bare `%` at the end begins any escape.
  const end = /[$%]$/.exec(pattern)?.[0] ?? '';
  const body = end ? pattern.slice(0, -1) : pattern;
  return body.split('*').map(normalOctets).join('*') + end;
}

function normalOctets(latin1: string): string {
  return latin1.replace(ESCAPE_OR_OCTET, (found) => {
    const isEscape = found.length === 3;
    const octet = isEscape ? Number.parseInt(found.slice(1), 16) : found.charCodeAt(0);
    const character = String.fromCharCode(octet);
    // `URL` leaves the apostrophe bare in a path and encodes it in a query, so that it tells nothing apart.
    if (UNRESERVED.test(character) || character === "'") return character;
    if (!isEscape && RESERVED.test(character)) return character;
    return `%${octet.toString(16).toUpperCase().padStart(2, '0')}`;
  });
}
