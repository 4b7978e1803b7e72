import { FetchError } from './fetch-error.ts';
import { utf8Field } from './headers.ts';

/** 300 leads on where it names what it would choose itself (RFC 9110 §15.4.1). */
const REDIRECTS = new Set([300, 301, 302, 303, 307, 308]);

/** The address an answer leads to, unchecked, or `null` when it is no redirect or names no place. */
export function redirectTarget(
  status: number,
  location: string | undefined,
  from: URL,
): string | null {
  if (!REDIRECTS.has(status) || location === undefined || location.trim() === '') return null;
  try {
    const text = utf8Field(location);
    // What was UTF-8 is text by now: its letters below U+0100 are no bytes any more.
    return new URL(text === location ? escapeBytes(location) : text, from).href;
  } catch (cause) {
    throw new FetchError('PROTOCOL', 'the Location is not an address', { cause });
  }
}

/** Bytes of an older charset go back as they came: the server that wrote them reads them so. */
function escapeBytes(location: string): string {
  return location.replace(/[\x80-\xff]/g, (byte) => encodeByte(byte.charCodeAt(0)));
}

const encodeByte = (byte: number): string => `%${byte.toString(16).toUpperCase()}`;
