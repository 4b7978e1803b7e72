import type { Client } from './connection.ts';

const LOOK_EVERY_MS = 10_000;

/** The time of the server that holds delays: a process whose own clock is wrong must not make others wait for it. */
export interface Clock extends Disposable {
  now(): number;
}

/** Asks Redis what time it is, now and from time to time; until it answers the process's own clock has to do. */
export function openClock(redis: Pick<Client, 'time'>, own: () => number = Date.now): Clock {
  let ahead = 0;
  async function look(): Promise<void> {
    const before = own();
    const [seconds, micros] = (await redis.time()) as unknown as [number | string, number | string];
    const there = Number(seconds) * 1_000 + Math.floor(Number(micros) / 1_000);
    ahead = (before + own()) / 2 - there;
  }
  const again = () => void look().catch(() => {});
  again();
  const timer = setInterval(again, LOOK_EVERY_MS).unref();
  return {
    now: () => Math.round(own() - ahead),
    [Symbol.dispose]: () => clearInterval(timer),
  };
}
