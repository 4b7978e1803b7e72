import type pg from 'pg';
import { PreparingClient } from './preparing-client.ts';

const LOOK_MS = 3_000;
/** An answer to nothing takes less than a millisecond. */
const ANSWER_MS = 3_000;

/**
 * Asks the server nothing, now and then, on a connection that has nothing to do. When no answer comes it is dead, and so are
 * all of the pool that have been silent since: else each would be found out by somebody's work, one after another. The same
 * goes for one that somebody's work found dead. Opens none.
 */
export function watchPeer(pool: pg.Pool): Disposable {
  const open = new Set<PreparingClient>();
  let heard = new Map<PreparingClient, number>();
  const hangUpOnTheSilent = (): void => {
    for (const [client, bytes] of heard) if (client.bytesHeard === bytes) client.hangUp();
  };
  pool.on('connect', (client) => {
    if (!(client instanceof PreparingClient)) return;
    open.add(client);
    client.once('dead', hangUpOnTheSilent);
  });
  pool.on('remove', (client) => client instanceof PreparingClient && open.delete(client));

  async function look(): Promise<void> {
    heard = new Map([...open].map((it) => [it, it.bytesHeard]));
    if (pool.idleCount === 0) return;
    const client = await pool.connect();
    const nothing = { text: '', query_timeout: ANSWER_MS };
    const error = await client.query(nothing).then(
      () => undefined,
      (err: Error) => err,
    );
    client.release(error);
    if (error?.message === 'Query read timeout') hangUpOnTheSilent();
  }
  let isLooking = false;
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
