const LONGEST_MS = 7 * 86_400_000;

/** How long an answer stays fresh, by its head: Cache-Control `max-age` less `Age`, else `Expires` (RFC 9111 §4.2). */
export function freshnessOf(headers: Readonly<Record<string, string>>, now: number): number {
  const control = headers['cache-control'] ?? '';
  if (/\bno-(?:store|cache)\b/i.test(control)) return 0;
  const maxAge = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,10})/i.exec(control)?.[1];
  const age = Number(headers['age'] ?? 0);
  const ms =
    maxAge === undefined
      ? Date.parse(headers['expires'] ?? '') - now
      : (Number(maxAge) - (age > 0 ? age : 0)) * 1_000;
  return ms > 0 ? Math.min(ms, LONGEST_MS) : 0;
}
