import type pg from 'pg';
import { PreparingClient, UNANSWERED } from './preparing-client.ts';
import { demandPrimary, READ_ONLY } from './primary.ts';

const LOOK_MS = 3_000;
/** An answer to nothing takes less than a millisecond. */
const ANSWER_MS = 4_000;

/**
 * Asks the server nothing, now and then, on a connection that has nothing to do. When no answer comes it is dead, and so are
 * all of the pool that have been silent since: else each would be found out by somebody's work, one after another. The same
 * goes for one that somebody's work found dead. Opens none.
 *
 * Where several servers may be the primary it asks for that instead: who only reads would stay with an old one for ever.
 */
export function watchPeer(pool: pg.Pool, mustBePrimary = false): Disposable {
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
    const text = { text: '', query_timeout: ANSWER_MS };
    const nothing: Promise<unknown> = client.query(text);
    const asked = mustBePrimary ? nothing.then(() => demandPrimary(client)) : nothing;
    const error = await asked.then(
      () => undefined,
      (err: Error & { code?: string }) => err,
    );
    client.release(error);
    if (error?.code === READ_ONLY) for (const one of open) one.isReadOnly = true;
    if (error?.message === UNANSWERED) hangUpOnTheSilent();
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
