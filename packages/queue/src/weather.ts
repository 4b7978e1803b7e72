import type { Fault } from '@nashra/errors';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 8_000;
/** Who has nothing to do meets no fault and no proof that it is over. */
const FORGOTTEN_AFTER_MS = 30_000;

/** What a process knows of the environment it works in: whether something that all work needs is broken. */
export interface Weather {
  /** Somebody met a fault; how long to rest, longer each time. */
  storm(fault: Fault): number;
  /** Somebody did his work. */
  fair(): void;
  /** The fault that stands, by its name and since when. */
  readonly fault: { readonly what: string; readonly since: Date } | null;
}

export function createWeather(now: () => number = Date.now): Weather {
  let what = '';
  let since = 0;
  let seenAt = Number.NEGATIVE_INFINITY;
  let pause = FIRST_PAUSE_MS;
  const stands = () => now() - seenAt < FORGOTTEN_AFTER_MS;
  return {
    storm(fault) {
      if (!stands()) [since, pause] = [now(), FIRST_PAUSE_MS];
      // All who are at work meet it at once: that is one meeting.
      else if (now() - seenAt > pause / 2) pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
      what = fault.what;
      seenAt = now();
      return pause;
    },
    fair() {
      seenAt = Number.NEGATIVE_INFINITY;
    },
    get fault() {
      return stands() ? { what, since: new Date(since) } : null;
    },
  };
}
