import type { LeaseState } from '@nashra/db';

/** What a hub asks at a callback: whether we meant it, or that we may not. */
export interface Verification {
  readonly mode: string | null;
  readonly topic: string | null;
  readonly challenge: string | null;
  readonly leaseSeconds: string | null;
}

export type VerificationVerdict =
  | { readonly is: 'lease'; readonly challenge: string; readonly seconds: number }
  | { readonly is: 'left'; readonly challenge: string }
  | { readonly is: 'denied' }
  | { readonly is: 'unknown' };

/** What is asked for, and what is taken for a lease where the hub says nothing. */
export const LEASE_SECONDS = 10 * 86_400;
const SHORTEST_S = 60;
const LONGEST_S = 90 * 86_400;
const MAX_CHALLENGE = 2_048;

/** W3C WebSub §5.3: only what we asked for, of the very topic, is confirmed. */
export function verdictOn(
  lease: { readonly topic: string; readonly state: LeaseState } | null,
  { mode, topic, challenge, leaseSeconds }: Verification,
): VerificationVerdict {
  if (lease === null || topic !== lease.topic) return { is: 'unknown' };
  const isAsked = lease.state === 'asking' || lease.state === 'active';
  if (mode === 'denied') return isAsked ? { is: 'denied' } : { is: 'unknown' };
  if (challenge === null || challenge === '' || challenge.length > MAX_CHALLENGE) {
    return { is: 'unknown' };
  }
  if (mode === 'unsubscribe' && lease.state === 'leaving') return { is: 'left', challenge };
  if (mode !== 'subscribe' || !isAsked) return { is: 'unknown' };
  const given = Number(leaseSeconds ?? LEASE_SECONDS);
  const seconds = Number.isFinite(given) && given > 0 ? given : LEASE_SECONDS;
  return { is: 'lease', challenge, seconds: Math.min(Math.max(seconds, SHORTEST_S), LONGEST_S) };
}
