import { FetchError } from './fetch-error.ts';
import { utf8Field } from './headers.ts';

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** The address an answer leads to, unchecked, or `null` when it is no redirect or names no place. */
export function redirectTarget(
  status: number,
  location: string | undefined,
  from: URL,
): string | null {
  if (!REDIRECTS.has(status) || location === undefined || location.trim() === '') return null;
  try {
    return new URL(utf8Field(location), from).href;
  } catch (cause) {
    throw new FetchError('PROTOCOL', 'the Location is not an address', { cause });
  }
}
