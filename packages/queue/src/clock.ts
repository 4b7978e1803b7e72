import type { Client } from './connection.ts';

const LOOK_EVERY_MS = 10_000;
/** An answer that took longer says too little of the moment at which it was given. */
const LATEST_MS = 2_000;

/** The time of the server that holds delays: a process whose own clock is wrong must not make others wait for it. */
export interface Clock extends Disposable {
  now(): number;
  /** How far the process's own clock is ahead of it; 0 until it has answered. */
  skewMs(): number;
}

/** What a process reads by itself. */
interface Own {
  /** What it takes for the time. */
  readonly wall: () => number;
  /** What passes evenly, whatever anybody does to the clock. */
  readonly steady: () => number;
}

/** Asks Redis what time it is, now and from time to time; until it answers the process's own clock has to do. */
export function openClock(
  redis: Pick<Client, 'time'>,
  { wall, steady }: Own = { wall: Date.now, steady: () => performance.now() },
): Clock {
  /** The server's time when the steady one began. */
  let origin: number | null = null;
  async function look(): Promise<void> {
    const before = steady();
    const [seconds, micros] = (await redis.time()) as unknown as [number | string, number | string];
    const after = steady();
    if (after - before > LATEST_MS) return;
    const there = Number(seconds) * 1_000 + Math.floor(Number(micros) / 1_000);
    origin = there - (before + after) / 2;
  }
  const again = () => void look().catch(() => {});
  again();
  const timer = setInterval(again, LOOK_EVERY_MS).unref();
  const now = () => Math.round(origin === null ? wall() : origin + steady());
  return {
    now,
    skewMs: () => wall() - now(),
    [Symbol.dispose]: () => clearInterval(timer),
  };
}
