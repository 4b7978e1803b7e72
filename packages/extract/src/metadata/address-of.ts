/** An absolute http(s) address out of what a page wrote; null when it is none. */
export function absoluteUrl(value: string | undefined, base: string): string | null {
  const trimmed = value?.trim();
  if (!trimmed || trimmed.length > 2_000) return null;
  const url = URL.parse(trimmed, base);
  return url && /^https?:$/.test(url.protocol) ? url.href : null;
}

/** What two spellings of one address share: without protocol, www, query, fragment, end slash. */
export function urlKey(url: string): string {
  return url
    .replace(/^https?:\/\//i, '')
    .replace(/^(?:www|m|amp)\./i, '')
    .replace(/[?#].*$/, '')
    .replace(/\/(?:amp\/?)?$/, '')
    .toLowerCase();
}
