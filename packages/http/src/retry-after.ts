type Fields = Readonly<Record<string, string | undefined>>;

/**
 * RFC 9110 §10.2.3: Retry-After in seconds or as an HTTP-date, in milliseconds from the answer on; `undefined` when unreadable. A
 * date is of the server's clock, which the answer tells: its Date (RFC 9110 §6.6.1), and for how long caches have kept it (RFC 9111 §5.1).
 */
export function retryAfterMs(fields: Fields, now: number): number | undefined {
  const text = fields['retry-after']?.trim() ?? '';
  if (/^\d{1,10}$/.test(text)) return Number(text) * 1_000;
  const at = httpDate(text);
  return at === undefined ? undefined : Math.max(0, at - (clockOf(fields) ?? now));
}

function clockOf(fields: Fields): number | undefined {
  const sent = httpDate(fields['date']?.trim() ?? '');
  const age = fields['age']?.trim() ?? '';
  return sent === undefined ? undefined : sent + (/^\d{1,9}$/.test(age) ? Number(age) * 1_000 : 0);
}

/**
 * RFC 9110 §5.6.7. Every form begins with a day's name; Date.parse alone would accept much more, and take asctime's, which ends with
 * the year, for the time of this machine.
 */
function httpDate(text: string): number | undefined {
  if (!/^(mon|tue|wed|thu|fri|sat|sun)/i.test(text)) return undefined;
  const at = Date.parse(/:\d\d \d{4}$/.test(text) ? `${text} GMT` : text);
  return Number.isNaN(at) ? undefined : at;
}
