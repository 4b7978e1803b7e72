import pg from 'pg';
import { waysTo } from './ways.ts';

const CHANNEL = 'nashra_changes';
const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 30_000;

/** Wakes whoever waits when changes were committed, and when it may have missed that. */
export interface Wake extends AsyncDisposable {
  /** Whether anybody may wake it: not through a pooler of transactions. */
  readonly listens: boolean;
  /** Forgets what has been so far: to be called before reading. */
  clear(): void;
  /** Until something was committed since `clear`, the time is over, or the signal aborts. */
  next(ms: number): Promise<void>;
}

/**
 * Listens on a connection of its own and opens it again when it breaks, to the next server where there are several. A
 * connection that cannot listen (a replica, a pooler in between) only means that readers look again when their time is over.
 */
export function openWake(url: string, signal: AbortSignal | undefined): Wake {
  let isAwake = false;
  let isOpen = true;
  let rouse: (() => void) | undefined;
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let pauseMs = FIRST_PAUSE_MS;
  const { servers, isPooled } = waysTo(url);
  let at = 0;
  const wake = () => {
    isAwake = true;
    rouse?.();
  };

  const listen = async () => {
    const mine = new pg.Client({
      connectionString: servers[at % servers.length],
      application_name: 'nashra-listener',
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
    });
    client = mine;
    const again = () => {
      if (!isOpen || client !== mine) return;
      client = undefined;
      at += 1;
      mine.end().catch(() => {});
      timer = setTimeout(listen, pauseMs).unref();
      pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS);
    };
    mine.on('error', again);
    mine.on('end', again);
    mine.on('notification', wake);
    try {
      await mine.connect();
      await mine.query(`listen ${CHANNEL}`);
      pauseMs = FIRST_PAUSE_MS;
      // What was committed before it listened woke nobody.
      wake();
    } catch {
      again();
    }
  };
  const begun = isPooled ? undefined : listen();
  signal?.addEventListener('abort', wake);

  return {
    listens: !isPooled,
    clear() {
      isAwake = false;
    },
    async next(ms) {
      if (isAwake || signal?.aborted) return;
      const { promise, resolve } = Promise.withResolvers<void>();
      rouse = resolve;
      const late = setTimeout(resolve, ms);
      await promise;
      clearTimeout(late);
      rouse = undefined;
    },
    async [Symbol.asyncDispose]() {
      isOpen = false;
      clearTimeout(timer);
      signal?.removeEventListener('abort', wake);
      await begun;
      await client?.end().catch(() => {});
    },
  };
}
