import type { Fault } from '@nashra/errors';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 4_000;
/** Who has nothing to do meets no fault and no proof that it is over. */
const FORGOTTEN_AFTER_MS = 30_000;
/** What comes and goes is told for so long, or nobody who looks from time to time would ever hear of it. */
const TOLD_MS = 10_000;

/** A fault by its name, and since when. */
export interface NamedFault {
  readonly what: string;
  readonly since: Date;
}

/** What a process knows of the environment it works in: whether something that all work needs is broken. */
export interface Weather {
  /** Somebody met a fault; how long to rest, longer each time. */
  storm(fault: Fault): number;
  /** Something broke and was replaced, before any work met it. */
  gust(what: string): void;
  /** Somebody did his work. */
  fair(): void;
  /** The fault that stands. */
  readonly fault: NamedFault | null;
  /** The fault that was met in the last seconds, whether it stands or is over. */
  readonly lately: NamedFault | null;
}

export function createWeather(now: () => number = Date.now): Weather {
  let what = '';
  let since = 0;
  let seenAt = Number.NEGATIVE_INFINITY;
  let isOver = true;
  let pause = FIRST_PAUSE_MS;
  const isWithin = (ms: number) => now() - seenAt < ms;
  const stands = () => !isOver && isWithin(FORGOTTEN_AFTER_MS);
  const see = (met: string) => {
    if (!stands() && !isWithin(TOLD_MS)) since = now();
    what = met;
    seenAt = now();
  };
  const named = () => ({ what, since: new Date(since) });
  return {
    storm(fault) {
      if (!stands()) pause = FIRST_PAUSE_MS;
      // All who are at work meet it at once: that is one meeting.
      else if (now() - seenAt > pause / 2) pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
      see(fault.what);
      isOver = false;
      return pause;
    },
    gust(met) {
      if (!stands()) see(met);
    },
    fair() {
      isOver = true;
    },
    get fault() {
      return stands() ? named() : null;
    },
    get lately() {
      return stands() || isWithin(TOLD_MS) ? named() : null;
    },
  };
}
