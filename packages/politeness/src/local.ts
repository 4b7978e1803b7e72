import { randomUUID } from 'node:crypto';
import type { HostSlots } from './slots/open-host-slots.ts';

/** Where robots.txt files are remembered: what this package needs of Redis. */
export interface RobotsStore {
  get(key: string): Promise<string | null>;
  set(key: string, value: string, unit: 'PX', ms: number): Promise<unknown>;
}

/** The memory of one short process that runs beside no system. */
export function localStore(): RobotsStore {
  const kept = new Map<string, string>();
  return {
    get: async (key) => kept.get(key) ?? null,
    set: async (key, value) => void kept.set(key, value),
  };
}

/** Intervals of one such process, which asks for one thing at a time. */
export function localSlots(now: () => number = Date.now): HostSlots {
  const next = new Map<string, number>();
  const last = new Map<string, number>();
  return {
    async acquire(host, { intervalMs, token = randomUUID() }) {
      const earliest = Math.max(next.get(host) ?? 0, (last.get(host) ?? 0) + intervalMs);
      const waitMs = earliest - now();
      if (waitMs > 0) return { granted: false, waitMs };
      next.set(host, now() + intervalMs);
      last.set(host, now());
      return { granted: true, token };
    },
    async restamp(host, intervalMs) {
      next.set(host, Math.max(next.get(host) ?? 0, now() + intervalMs));
      last.set(host, now());
    },
    async renew() {},
    async release() {},
    async penalize(host, ms) {
      next.set(host, Math.max(next.get(host) ?? 0, now() + ms));
      return ms;
    },
  };
}
