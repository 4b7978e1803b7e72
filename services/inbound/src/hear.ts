import { isSigned, verdictOn } from '@nashra/sources';
import type { Call, HearDeps, Reply } from './ports.ts';

const TOKEN = /^[\w-]{43}$/;
const NOT_FOUND: Reply = { status: 404, text: 'no such subscription' };
const BUSY: Reply = { status: 503, text: 'later' };
const TAKEN: Reply = { status: 202, text: 'thank you' };

/**
 * A hub's call at a callback (W3C WebSub §5.3, §7): an intent confirmed, or news taken in. News hastens what would have been
 * done anyway: whoever sends too much of it has the feed polled, and no oftener than feeds are.
 */
export async function hear(call: Call, deps: HearDeps): Promise<Reply> {
  if (!TOKEN.test(call.token)) return NOT_FOUND;
  if (!deps.mayLookUp()) return BUSY;
  const lease = await deps.leaseOf(call.token);
  if (call.method === 'GET') return await confirm(call, lease, deps);
  if (call.method !== 'POST') return { status: 405, text: 'GET or POST' };
  if (lease === null) return NOT_FOUND;
  // Gone: a hub that is told so stops.
  if (lease.state === 'leaving') return { status: 410, text: 'no longer wanted' };
  const body = await call.body();
  if (body === null) return { status: 413, text: 'too long' };
  const signature = call.headers['x-hub-signature'];
  if (!isSigned(signature, body, lease.secret))
    return { status: 403, text: 'not signed by the hub' };
  if (body.length === 0 || !deps.mayDeliver(lease)) {
    await deps.hasten(lease);
    return TAKEN;
  }
  const headers = Object.fromEntries(
    KEPT.flatMap((name) => {
      const value = call.headers[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
  if (!(await deps.deliver(lease, body, headers))) await deps.hasten(lease);
  return TAKEN;
}

const KEPT = ['content-type', 'link'];

async function confirm(
  { query }: Call,
  lease: Awaited<ReturnType<HearDeps['leaseOf']>>,
  deps: HearDeps,
): Promise<Reply> {
  const verdict = verdictOn(lease, {
    mode: query.get('hub.mode'),
    topic: query.get('hub.topic'),
    challenge: query.get('hub.challenge'),
    leaseSeconds: query.get('hub.lease_seconds'),
  });
  if (lease === null || verdict.is === 'unknown') return NOT_FOUND;
  if (verdict.is === 'denied') {
    await deps.denied(lease);
    return { status: 200, text: 'heard' };
  }
  if (verdict.is === 'left') await deps.left(lease);
  else await deps.leased(lease, verdict.seconds);
  return { status: 200, text: verdict.challenge };
}
