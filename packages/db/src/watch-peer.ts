import type pg from 'pg';
import { PreparingClient } from './preparing-client.ts';

const LOOK_MS = 3_000;
/** An answer to nothing takes less than a millisecond. */
const ANSWER_MS = 3_000;

/**
 * Asks the server nothing, now and then, on a connection that has nothing to do. When no answer comes it is dead, and so are
 * all of the pool that have been silent since: else each would be found out by somebody's work, one after another. Opens none.
 */
export function watchPeer(pool: pg.Pool, open: ReadonlySet<pg.PoolClient>): Disposable {
  let isLooking = false;
  async function look(): Promise<void> {
    if (pool.idleCount === 0) return;
    const client = await pool.connect();
    const heard = new Map(clients(open).map((it) => [it, it.bytesHeard]));
    const nothing = { text: '', query_timeout: ANSWER_MS };
    const error = await client.query(nothing).then(
      () => undefined,
      (err: Error) => err,
    );
    client.release(error);
    if (error?.message !== 'Query read timeout') return;
    for (const [it, bytes] of heard) if (it.bytesHeard === bytes) it.hangUp();
  }
  const timer = setInterval(() => {
    if (isLooking) return;
    isLooking = true;
    look()
      .catch(() => {})
      .finally(() => {
        isLooking = false;
      });
  }, LOOK_MS).unref();
  return { [Symbol.dispose]: () => clearInterval(timer) };
}

const clients = (open: ReadonlySet<pg.PoolClient>): PreparingClient[] =>
  [...open].filter((it) => it instanceof PreparingClient);
