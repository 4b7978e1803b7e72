import type { Random } from './random.ts';

/** What goes wrong in a world, and how often: chances of each single step, or how many times. */
export interface Troubles {
  /** A process ends between two of its steps. */
  readonly crash: number;
  /** A connection to Postgres breaks at a statement, or at a commit that has happened. */
  readonly dbLost: number;
  readonly commitDoubt: number;
  /** A statement waits for a disk, and others come between. */
  readonly dbSlow: number;
  /** Postgres crashes, and takes back what nobody waited for. */
  readonly dbCrashes: number;
  /** Redis refuses a command, or does it and does not answer. */
  readonly redisLost: number;
  readonly redisDoubt: number;
  /** Redis is empty. */
  readonly flushes: number;
  /** A job that runs is taken for stalled, and given to another too. */
  readonly twin: number;
  /** The blob store loses what it had, or has no answer. */
  readonly blobLoss: number;
  readonly blobLost: number;
  /** Processes' clocks are ahead of the servers', or behind. */
  readonly skewMs: number;
  /** Publishers' servers fail for now. */
  readonly webLost: number;
  /** A publisher's server fails for a while, whatever it is asked. */
  readonly outages: number;
  /** A robots.txt cannot be had for now. */
  readonly robotsLost: number;
}

/** Of a database that is well. */
const DB_SLOW = 0.015;

export const CALM: Troubles = {
  crash: 0,
  dbLost: 0,
  commitDoubt: 0,
  dbSlow: DB_SLOW,
  dbCrashes: 0,
  redisLost: 0,
  redisDoubt: 0,
  flushes: 0,
  twin: 0,
  blobLoss: 0,
  blobLost: 0,
  skewMs: 0,
  webLost: 0,
  outages: 0,
  robotsLost: 0,
};

/** Each kind of trouble in every second world or so, rare or frequent: what hides behind one shows without it. */
export function troublesOf(random: Random): Troubles {
  const some = (low: number, high: number) => (random.chance(0.45) ? random.spread(low, high) : 0);
  const times = (most: number) => (random.chance(0.4) ? random.between(1, most) : 0);
  return {
    crash: some(0.0005, 0.006),
    dbLost: some(0.001, 0.02),
    commitDoubt: some(0.003, 0.05),
    dbSlow: Math.max(DB_SLOW, some(0.1, 0.6)),
    dbCrashes: times(3),
    redisLost: some(0.002, 0.02),
    redisDoubt: some(0.002, 0.02),
    flushes: times(3),
    twin: some(0.01, 0.15),
    blobLoss: some(0.005, 0.05),
    blobLost: some(0.005, 0.05),
    skewMs: random.chance(0.3) ? random.between(-600_000, 600_000) : 0,
    webLost: some(0.02, 0.3),
    outages: times(2),
    robotsLost: some(0.2, 0.8),
  };
}
