/** RFC 9110 §10.2.3: Retry-After in seconds or as an HTTP-date, as milliseconds from `now`; `undefined` when unreadable. */
export function retryAfterMs(value: string | undefined, now: number): number | undefined {
  const text = value?.trim() ?? '';
  if (/^\d{1,10}$/.test(text)) return Number(text) * 1_000;
  // Every form of HTTP-date begins with a day's name; Date.parse alone would accept much more.
  if (!/^(mon|tue|wed|thu|fri|sat|sun)/i.test(text)) return undefined;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}
