export interface Attempts {
  /** Milliseconds until this client may try again; 0 when it may now. */
  waitMs(client: string): number;
  noteFailure(client: string): void;
  /** What was counted was none. */
  takeBack(client: string): void;
}

const MAX_FAILURES = 8;
const WINDOW_MS = 5 * 60_000;
/** Clients remembered at the most; the longest known one is forgotten first. */
const MAX_CLIENTS = 10_000;

/** Counts failed logins of each client, a network or a known device: past eight in five minutes none is listened to. */
export function createAttempts(now: () => number = Date.now): Attempts {
  const failures = new Map<string, { count: number; until: number }>();
  return {
    waitMs(client) {
      const known = failures.get(client);
      if (!known || known.count < MAX_FAILURES) return 0;
      return Math.max(0, known.until - now());
    },
    noteFailure(client) {
      const known = failures.get(client);
      failures.delete(client);
      const still = known && known.until > now();
      failures.set(
        client,
        still
          ? { count: known.count + 1, until: known.until }
          : { count: 1, until: now() + WINDOW_MS },
      );
      if (failures.size > MAX_CLIENTS) failures.delete(failures.keys().next().value ?? '');
    },
    takeBack(client) {
      const known = failures.get(client);
      if (known) failures.set(client, { ...known, count: Math.max(0, known.count - 1) });
    },
  };
}
