const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * What markup is made of, and what is left out: controls that HTML forbids, and bidi embeddings and
 * overrides, which could reorder what follows.
 */
const unsafe = /[&<>"'\u202a-\u202e\u2066-\u2069]|[^\P{Cc}\t\n\r]/gu;

/** Text as it may stand between tags and in quoted attributes. */
export const escapeHtml = (text: string): string =>
  text.replace(unsafe, (char) => escapes[char] ?? '');

const LONGEST_ADDRESS = 2000;

/** An absolute http(s) or mailto address, escaped; null for anything else. */
export function safeAddress(value: string | undefined, base: string): string | null {
  const trimmed = value?.trim();
  if (!trimmed || trimmed.length > LONGEST_ADDRESS || trimmed.startsWith('#')) return null;
  const url = URL.parse(trimmed, base);
  if (!url || !['http:', 'https:', 'mailto:'].includes(url.protocol)) return null;
  url.username = '';
  url.password = '';
  return escapeHtml(url.href);
}
