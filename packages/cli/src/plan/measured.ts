import measured from './measured.json' with { type: 'json' };

/**
 * What an article costs. `measured.json` is what `bench/pipeline/capacity.ts --write` found: CPU ms of each program, bytes that stay with
 * their indexes and those that pass, of pages of 112 KiB of which every fifth is another publisher's version of the one before. Whoever
 * changes what every article passes has it written again.
 */
export const MEASURED = {
  ...measured,
  /** MiB that a process takes at work. */
  memoryMiB: {
    scheduler: 130,
    fetch: 170,
    parse: 370,
    dedupe: 180,
    index: 140,
    ops: 150,
    portal: 380,
  },
  /** Requests for one article: its page, and its share of feeds and robots.txt. */
  requests: 1.4,
  pageKiB: 112,
  /** What a request brings over the wire, packed. */
  wireKiB: 30,
  /** Redis holds what is in flight alone. */
  redisBytesInFlight: 700,
  /** Live addresses at a time, of a day's. */
  inFlightShare: 0.002,
} as const;
