import type { SlotRequest } from '@nashra/politeness';
import type { HostState } from '../world/redis.ts';
import type { Connection } from './redis.ts';

const PATIENCE_MS = 2_000;

/** Turns at hosts, as the scripts of packages/politeness give them: the same rules on maps. */
export function openHostSlots({
  redis,
  maxPenaltyMs = 3_600_000,
}: {
  readonly redis: Connection;
  readonly maxPenaltyMs?: number;
}) {
  const stateOf = (host: string): HostState => {
    const known = redis.state.hosts.get(host);
    if (known) return known;
    const fresh = { next: 0, block: 0, last: null, leases: new Map(), waiting: new Map() };
    redis.state.hosts.set(host, fresh);
    return fresh;
  };
  const now = () => Math.floor(redis.process.world.clock.now);
  return {
    acquire: (host: string, asked: SlotRequest) =>
      redis.ask('acquire', () => acquire(stateOf(host), asked, now(), redis.process.name)),
    restamp: (host: string, intervalMs: number) =>
      redis.ask('restamp', () => {
        const state = stateOf(host);
        state.next = Math.max(state.next, now() + Math.ceil(intervalMs));
        state.last = now();
      }),
    renew: (host: string, token: string, holdMs: number) =>
      redis.ask('renew', () => {
        const { leases } = stateOf(host);
        forget(leases, now());
        if (leases.has(token)) leases.set(token, now() + Math.ceil(holdMs));
      }),
    release: (host: string, token: string) =>
      redis.ask('release', () => void stateOf(host).leases.delete(token)),
    penalize: (host: string, ms: number) =>
      redis.ask('penalize', () => {
        const state = stateOf(host);
        state.block = Math.max(state.block, now() + Math.min(Math.ceil(ms), maxPenaltyMs));
        return Math.max(0, state.block - now());
      }),
  };
}

export function acquire(state: HostState, asked: SlotRequest, now: number, nobody = '') {
  const { concurrency, lane, isOnTheWay = false, token = nobody } = asked;
  const interval = Math.ceil(asked.intervalMs);
  const { leases, waiting } = state;
  forget(leases, now);
  forget(waiting, now);
  let wait = Math.max(0, state.next - now, state.block - now);
  if (state.last !== null) wait = Math.max(wait, state.last + interval - now);
  const running = leases.size - (leases.has(token) ? 1 : 0);
  if (running >= concurrency) {
    const first = Math.min(...leases.values());
    wait = Math.max(wait, Math.min(first - now, Math.max(interval, 250)));
  }
  const place = waiting.get(token);
  let ahead = waiting.size;
  if (place !== undefined) ahead = [...waiting.values()].filter((it) => it < place).length;
  if (isOnTheWay) ahead = 0;
  if (wait > 0 || lane === 'backfill') {
    wait += ahead * Math.max(interval, lane === 'backfill' ? 250 : 0);
  }
  if (wait > 0) {
    const waitMs = Math.ceil(wait);
    if (lane === 'live') waiting.set(token, now + waitMs + PATIENCE_MS);
    return { granted: false, waitMs } as const;
  }
  waiting.delete(token);
  leases.set(token, now + Math.ceil(asked.holdMs));
  if (interval > 0) {
    state.next = now + interval;
    state.last = now;
  }
  return { granted: true, token } as const;
}

function forget(ends: Map<string, number>, now: number): void {
  for (const [token, until] of ends) if (until <= now) ends.delete(token);
}
