/** By which robots.txt names us: the product of a User-Agent field (RFC 9309, 2.2.1). */
export function productToken(userAgent: string): string {
  return userAgent.match(/^[A-Za-z_-]+/)?.[0] ?? 'Nashra';
}
