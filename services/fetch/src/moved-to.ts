import { canonicalAddress } from '@nashra/address';
import type { Hop } from '@nashra/http';

/** Where permanent redirects lead from an address; what is redirected for now comes back one day. */
export function movedTo(address: string, hops: readonly Hop[]): string | null {
  let to: string | null = null;
  for (const { status, location } of hops) {
    if (location === null || (status !== 301 && status !== 308)) break;
    to = location;
  }
  const canonical = to === null ? null : canonicalAddress(to);
  return canonical === address ? null : canonical;
}
