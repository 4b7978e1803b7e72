/** What undici gives: a repeated field is a list. */
export type RawHeaders = Readonly<Record<string, string | string[] | undefined>>;

/** One string a field: repeated fields joined, Set-Cookie left out, since nothing here keeps a session. */
export function plainHeaders(raw: RawHeaders): Record<string, string> {
  const headers: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(raw)) {
    if (value === undefined || name === 'set-cookie') continue;
    headers[name.toLowerCase()] = Array.isArray(value) ? value.join(', ') : value;
  }
  return headers;
}

/** Servers send Location and Link in bare UTF-8, which arrives as Latin-1; other bytes stay as they are. */
export function utf8Field(value: string): string {
  if (!/[\x80-\xff]/.test(value)) return value;
  const bytes = Buffer.from(value, 'latin1');
  const text = bytes.toString('utf8');
  return text.includes('\ufffd') ? value : text;
}

/** A validator comes back exactly as the server gave it, unless it could not be a field at all. */
export function isFieldValue(value: string): boolean {
  return value !== '' && /^[\t\x20-\x7e\x80-\xff]*$/.test(value);
}
