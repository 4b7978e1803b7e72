import { cleanText, cutBytes } from '@nashra/text';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand between tags and in quoted attributes; what no text may hold is left out. */
export const escapeHtml = (text: string): string =>
  cleanText(text).replace(/[&<>"']/g, (mark) => escapes[mark] as string);

/** The beginning of a text, escaped, at most `room` bytes of UTF-8 long. */
export function escapeWithin(text: string, room: number): string {
  const start = cutBytes(cleanText(text), room);
  const escaped = escapeHtml(start);
  if (Buffer.byteLength(escaped) <= room) return escaped;
  let fits = 0;
  let taken = 0;
  for (const letter of start) {
    const bytes = Buffer.byteLength(letter);
    taken += escapes[letter]?.length ?? bytes;
    if (taken > room) break;
    fits += bytes;
  }
  return escapeHtml(cutBytes(start, fits));
}

/** As written and made absolute; of those beyond it no browser and no index makes use. */
const LONGEST_ADDRESS = 2_048;

/** An absolute http(s) or mailto address, escaped; null for anything else. */
export function safeAddress(value: string | undefined, base: string): string | null {
  const trimmed = value?.trim();
  if (!trimmed || trimmed.length > LONGEST_ADDRESS || trimmed.startsWith('#')) return null;
  const url = URL.parse(trimmed, base);
  if (!url || !['http:', 'https:', 'mailto:'].includes(url.protocol)) return null;
  url.username = '';
  url.password = '';
  return url.href.length > LONGEST_ADDRESS ? null : escapeHtml(url.href);
}
