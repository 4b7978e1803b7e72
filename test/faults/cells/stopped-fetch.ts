import type { Cell } from '../cell.ts';

export const stoppedFetch: Cell = {
  name: 'stopped-fetch',
  kind: 'process',
  what: 'SIGSTOP of fetch for a minute, then SIGCONT',
  named: /fetch (no answer|not heard)/,
  holdMs: 47_000,
  healMs: 30_000,
  begin: async (system) => system.signal('fetch', 'SIGSTOP'),
  end: async (system) => system.signal('fetch', 'SIGCONT'),
};
