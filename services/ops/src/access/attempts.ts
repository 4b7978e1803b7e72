import { networkOf } from '@nashra/site';

export interface Attempts {
  /** Milliseconds until this client may try again; 0 when it may now. */
  waitMs(client: string): number;
  noteFailure(client: string): void;
}

const MAX_FAILURES = 8;
const WINDOW_MS = 5 * 60_000;
/** Clients remembered at the most; the longest known one is forgotten first. */
const MAX_CLIENTS = 10_000;

/** Counts failed logins of each client: past eight in five minutes none is listened to. */
export function createAttempts(now: () => number = Date.now): Attempts {
  const failures = new Map<string, { count: number; until: number }>();
  return {
    waitMs(client) {
      const known = failures.get(networkOf(client));
      if (!known || known.count < MAX_FAILURES) return 0;
      return Math.max(0, known.until - now());
    },
    noteFailure(client) {
      const network = networkOf(client);
      const known = failures.get(network);
      failures.delete(network);
      const still = known && known.until > now();
      failures.set(
        network,
        still
          ? { count: known.count + 1, until: known.until }
          : { count: 1, until: now() + WINDOW_MS },
      );
      if (failures.size > MAX_CLIENTS) failures.delete(failures.keys().next().value ?? '');
    },
  };
}
