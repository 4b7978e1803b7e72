export interface LimiterOptions {
  /** Of one client within a window. */
  readonly most: number;
  readonly windowMs: number;
  readonly now?: () => number;
}

/** Clients remembered at the most; the longest known one is forgotten first. */
const MAX_CLIENTS = 20_000;

/** Counts what each client asks for: gives the milliseconds to wait when it is too much, else 0. */
export function createLimiter({ most, windowMs, now = Date.now }: LimiterOptions) {
  const clients = new Map<string, { count: number; until: number }>();
  return (client: string): number => {
    const at = now();
    const known = clients.get(client);
    if (known && known.until > at) {
      known.count += 1;
      return known.count > most ? known.until - at : 0;
    }
    clients.delete(client);
    clients.set(client, { count: 1, until: at + windowMs });
    if (clients.size > MAX_CLIENTS) clients.delete(clients.keys().next().value ?? '');
    return 0;
  };
}
