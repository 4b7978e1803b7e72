/** What a browser says about where a request comes from. */
export interface OriginFields {
  readonly origin?: string | undefined;
  readonly 'sec-fetch-site'?: string | string[] | undefined;
}

/** Whether a writing request comes from our own pages, or from a program that is no browser. */
export function isOwnOrigin(fields: OriginFields, host: string): boolean {
  const site = fields['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  if (fields.origin === undefined) return true;
  return URL.parse(fields.origin)?.host === host;
}
