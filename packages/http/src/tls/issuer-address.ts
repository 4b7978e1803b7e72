import type { X509Certificate } from 'node:crypto';

/**
 * Where a certificate says that its issuer's lies (RFC 5280 §4.2.2.1), or null. Over plain http alone: what comes is checked by
 * its signature, and over TLS the question would begin anew.
 */
export function issuerAddress({ infoAccess }: Pick<X509Certificate, 'infoAccess'>): string | null {
  for (const line of infoAccess?.split('\n') ?? []) {
    const written = /^CA Issuers - URI:(\S+)$/.exec(line.trim())?.[1];
    const url = written === undefined ? null : URL.parse(written);
    if (url?.protocol === 'http:') return url.href;
  }
  return null;
}
