import { setTimeout as sleep } from 'node:timers/promises';

/** An answer that is a matter of less than a millisecond comes at this pace over a line that is slow. */
const SLOW_MS = 100;
/** The quickest of so many counts: this process may have been busy itself. */
const TRIES = 3;
/** A process that wakes up so late cannot tell who was slow. */
const LATE_MS = 20;

/** What a process reads by itself. */
interface Own {
  now(): number;
  /** How late it wakes up from a sleep of a millisecond. */
  lateMs(): Promise<number>;
}

const OWN: Own = {
  now: () => performance.now(),
  async lateMs() {
    const before = performance.now();
    await sleep(1);
    return performance.now() - before - 1;
  },
};

/** Whether a server was slow at this look and at the one before. */
export function watchPace(
  ask: () => Promise<void>,
  { now, lateMs }: Own = OWN,
): () => Promise<boolean> {
  let wasSlow = false;
  const isSlowNow = async (): Promise<boolean> => {
    for (let nth = 0; nth < TRIES; nth += 1) {
      const before = now();
      await ask();
      if (now() - before < SLOW_MS) return false;
    }
    return (await lateMs()) < LATE_MS;
  };
  return async () => {
    const isSlow = await isSlowNow();
    const both = isSlow && wasSlow;
    wasSlow = isSlow;
    return both;
  };
}
