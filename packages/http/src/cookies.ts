import type { RawHeaders } from './headers.ts';

/** Of one host; more is no gate but a session. */
const MOST_COOKIES = 20;
const MAX_LENGTH = 4_096;
const PAIR =
  /^\s*([!#$%&'*+.^_`|~\w-]+)\s*=\s*("?[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]*"?)\s*(?:;|$)/;

/**
 * Cookies of one fetch, forgotten with it: some servers give one, send the asker back to where he was and want to see it.
 * Each goes back to the very origin that gave it and to nobody else, whatever its Domain says.
 */
export class ChainCookies {
  readonly #byOrigin = new Map<string, Map<string, string>>();

  /** True when something was given that was not there before. */
  take(url: URL, raw: RawHeaders): boolean {
    const given = raw['set-cookie'] ?? [];
    const jar = this.#byOrigin.get(url.origin) ?? new Map<string, string>();
    let isNew = false;
    for (const text of Array.isArray(given) ? given : [given]) {
      const [, name, value] = PAIR.exec(text.slice(0, MAX_LENGTH)) ?? [];
      if (name === undefined || value === undefined || jar.size >= MOST_COOKIES) continue;
      isNew ||= jar.get(name) !== value;
      jar.set(name, value);
    }
    this.#byOrigin.set(url.origin, jar);
    return isNew;
  }

  /** The Cookie field for an address, `own` before what was given; undefined for none. */
  field(url: URL, own?: string): string | undefined {
    const jar = [...(this.#byOrigin.get(url.origin) ?? [])].map(
      ([name, value]) => `${name}=${value}`,
    );
    const all = [...(own ? [own] : []), ...jar].join('; ');
    return all === '' ? undefined : all;
  }
}
