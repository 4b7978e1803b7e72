import { MEASURED } from './measured.ts';

export interface Wish {
  readonly articlesPerDay: number;
  /** For how many days articles and their bytes stay. */
  readonly retentionDays: number;
  /** How much busier the busiest hour is than the mean one. */
  readonly peak: number;
}

/** A program: how many processes of it, and what they take together at the peak. */
export interface Share {
  readonly name: string;
  readonly processes: number;
  readonly cores: number;
  readonly memoryGiB: number;
}

export interface Plan {
  readonly wish: Wish;
  /** Articles a second in the busiest hour. */
  readonly peakPerSecond: number;
  readonly programs: readonly Share[];
  readonly postgres: {
    readonly cores: number;
    readonly memoryGiB: number;
    readonly diskGiB: number;
    readonly walMiBPerSecond: number;
    readonly writesPerSecond: number;
  };
  readonly redis: { readonly cores: number; readonly memoryGiB: number };
  readonly blobsGiB: number;
  /** From publishers, in the busiest hour. */
  readonly networkMbitPerSecond: number;
  readonly total: { readonly cores: number; readonly memoryGiB: number; readonly diskGiB: number };
  /** What has to be done otherwise than on one machine. */
  readonly notes: readonly string[];
}

/** The defaults of the services' settings; logs go by whole months. */
const DAYS = { storyMemory: 7, fetchLog: 30 + 31, journal: 90 + 31, changes: 90 } as const;
/** Of a core, so that a burst and a garbage collection find room. */
const BUSY = 0.6;
/** Beside what is measured: dead rows, indexes half full, the log. */
const DISK_ROOM = 1.3;
const GIB = 2 ** 30;
const DAY_SECONDS = 86_400;
/** Of the database so much is asked for again and again: what came lately, indexes, the search. */
const HOT_SHARE = 0.02;
const LEAST_POSTGRES_GIB = 1;
const REDIS_EMPTY_GIB = 0.05;
const PAGE_KIB = 8;

/** Where another shape is called for: what one server of its kind bears. */
const MOST = { postgresCores: 32, postgresGiB: 4_096, redisCores: 0.6 } as const;

/** What so many articles a day need, reckoned from what one was measured to cost. Sizes grow with the whole retention. */
export function plan(wish: Wish): Plan {
  const { articlesPerDay, retentionDays, peak } = wish;
  const peakPerSecond = (articlesPerDay / DAY_SECONDS) * peak;
  const coresOf = (ms: number) => (peakPerSecond * ms) / 1_000 / BUSY;
  const programs = (['scheduler', 'fetch', 'parse', 'dedupe', 'index'] as const).map((name) => {
    const cores = coresOf(MEASURED.cpuMs[name]);
    // One scheduler alone ticks; the others are as many as they have to be.
    const processes = name === 'scheduler' ? 1 : Math.max(1, Math.ceil(cores));
    return { name, processes, cores, memoryGiB: (processes * MEASURED.memoryMiB[name]) / 1_024 };
  });
  const postgres = postgresOf(wish, peakPerSecond, coresOf(MEASURED.cpuMs.postgres));
  const inFlight = articlesPerDay * MEASURED.inFlightShare * peak;
  const redis = {
    cores: coresOf(MEASURED.cpuMs.redis),
    memoryGiB: REDIS_EMPTY_GIB + (inFlight * MEASURED.redisBytesInFlight) / GIB,
  };
  const blobsGiB = (articlesPerDay * retentionDays * MEASURED.blob) / GIB;
  const cores = sum(programs.map((it) => it.cores)) + postgres.cores + redis.cores;
  const memoryGiB = sum(programs.map((it) => it.memoryGiB)) + postgres.memoryGiB + redis.memoryGiB;
  return {
    wish,
    peakPerSecond,
    programs,
    postgres,
    redis,
    blobsGiB,
    networkMbitPerSecond: (peakPerSecond * MEASURED.requests * MEASURED.wireKiB * 8) / 1_024,
    total: { cores, memoryGiB, diskGiB: postgres.diskGiB + blobsGiB },
    notes: notesOf(postgres, redis),
  };
}

function postgresOf({ articlesPerDay, retentionDays }: Wish, perSecond: number, cores: number) {
  const { passing: passes, kept, walKiB, statements } = MEASURED;
  const names = Object.keys(DAYS) as (keyof typeof DAYS)[];
  const passing = sum(names.map((it) => passes[it] * Math.min(DAYS[it], retentionDays)));
  const bytes = articlesPerDay * (kept * retentionDays + passing);
  const diskGiB = (bytes * DISK_ROOM) / GIB;
  return {
    cores,
    memoryGiB: Math.max(LEAST_POSTGRES_GIB, diskGiB * HOT_SHARE),
    diskGiB,
    walMiBPerSecond: (perSecond * walKiB) / 1_024,
    // The log, the pages behind it once at a checkpoint, and a flush for each statement at the worst.
    writesPerSecond: perSecond * ((2 * walKiB) / PAGE_KIB + statements),
  };
}

function notesOf(postgres: Plan['postgres'], redis: Plan['redis']): string[] {
  return [
    postgres.cores > MOST.postgresCores || postgres.diskGiB > MOST.postgresGiB
      ? 'One Postgres is not enough: several systems, each with publishers of its own, or a shorter retention.'
      : null,
    redis.cores > MOST.redisCores
      ? 'One Redis thread is not enough: a cluster, or several systems.'
      : null,
  ].filter((it) => it !== null);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, it) => total + it, 0);
