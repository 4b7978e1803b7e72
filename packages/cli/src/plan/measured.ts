/**
 * What an article costs, as `bench/pipeline --sizes` measured it on two cores: pages of 112 KiB, of which every fifth is another publisher's
 * version of the one before. Whoever changes what every article passes measures again and writes it here.
 */
export const MEASURED = {
  /** CPU ms of each program. */
  cpuMs: {
    scheduler: 1.4,
    fetch: 7.4,
    parse: 19.6,
    dedupe: 4.6,
    index: 2.3,
    postgres: 16.0,
    redis: 1.6,
  },
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
  walKiB: 74,
  statements: 5.9,
  /** Requests for one article: its page, and its share of feeds and robots.txt. */
  requests: 1.4,
  pageKiB: 112,
  /** What a request brings over the wire, packed. */
  wireKiB: 30,
  /** Bytes that stay, with indexes, by how long. */
  kept: 22_700,
  perDay: { storyMemory: 6_980, fetchLog: 220, journal: 630, changes: 150 },
  blob: 27_300,
  /** Redis holds what is in flight alone. */
  redisBytesInFlight: 700,
  /** Live addresses at a time, of a day's. */
  inFlightShare: 0.002,
} as const;
