import { DENIED, ROBOTS, type Site, type Visit } from '../world/site.ts';
import type { Audited } from './audited.ts';

/** Between a turn and its request lie a few milliseconds, of each of two that follow each other. */
const TOLERANCE_MS = 40;
/** A process that was told to stay away says so to the others a moment later. */
const WORD_MS = 600;
/** A lease of a process that died holds no longer. */
const LEASE_MS = 8_000;

/** What servers' own logs say of the pace at which they were asked. */
export function politenessHolds({ world, settings, troubles }: Audited): string[] {
  const { flushedAt } = world.redis;
  const isForgotten = (from: number, until: number) =>
    flushedAt.some((at) => at >= from - 100 && at <= until + 100);
  return [...world.web.sites.values()].flatMap((site) => {
    const log = site.log.toSorted((a, b) => a.startedAt - b.startedAt);
    return [
      ...tooSoon(site, log, settings.intervalMs, isForgotten),
      ...tooMany(
        site,
        log,
        { most: settings.concurrency, hasTwins: troubles.twin > 0 },
        isForgotten,
      ),
      ...whileAway(site, log, isForgotten),
      ...againstRobots(site, log),
    ];
  });
}

type Excuse = (from: number, until: number) => boolean;

function tooSoon({ host }: Site, log: readonly Visit[], intervalMs: number, excuse: Excuse) {
  return log.flatMap((visit, at) => {
    const before = log[at - 1];
    if (!before) return [];
    const gap = visit.startedAt - before.startedAt;
    if (gap >= intervalMs - TOLERANCE_MS || excuse(before.startedAt, visit.startedAt)) return [];
    // That a request went out later than its turn could not be told.
    const isUntold = before.troubledAt.some(
      (at) => at >= before.startedAt - WORD_MS && at < before.startedAt + WORD_MS,
    );
    if (isUntold) return [];
    return [`${host}: ${visit.path} ${gap.toFixed(0)} ms after ${before.path}, not ${intervalMs}`];
  });
}

function tooMany(
  { host, pages }: Site,
  log: readonly Visit[],
  { most, hasTwins }: { readonly most: number; readonly hasTwins: boolean },
  excuse: Excuse,
) {
  const leads = (one: Visit, other: Visit) =>
    pages.some(({ path, to }) => path === one.path && to === other.path);
  // The late twin of a job whose worker was taken for dead asks in its name, which has one turn: for its page, where that leads, or
  // still for robots.txt.
  const areTwins = (one: Visit, other: Visit) =>
    one.path === other.path ||
    (hasTwins &&
      (one.path === ROBOTS || other.path === ROBOTS || leads(one, other) || leads(other, one)));
  return log.flatMap((visit) => {
    const beside = log.filter(
      (it) =>
        it !== visit &&
        !areTwins(it, visit) &&
        it.startedAt <= visit.startedAt &&
        it.endedAt > visit.startedAt &&
        it.startedAt > visit.startedAt - LEASE_MS,
    );
    const since = Math.min(...beside.map((it) => it.startedAt));
    if (beside.length < most || excuse(since, visit.startedAt)) return [];
    return [`${host}: ${beside.length + 1} requests at a time, not ${most}`];
  });
}

/** After Retry-After nobody comes before it is over, but for those who were on their way. */
function whileAway({ host }: Site, log: readonly Visit[], excuse: Excuse) {
  return log.flatMap((told) => {
    if (told.retryAfterMs === 0) return [];
    // Who dies with the word in hand, or finds nobody to tell, keeps it to itself.
    const isUntold = told.troubledAt.some(
      (at) => at >= told.endedAt && at < told.endedAt + WORD_MS,
    );
    if (isUntold) return [];
    const until = told.endedAt + told.retryAfterMs;
    return log
      .filter((it) => it.startedAt > told.endedAt + WORD_MS && it.startedAt < until - TOLERANCE_MS)
      .filter((it) => !excuse(told.startedAt, it.startedAt))
      .map((it) => `${host}: ${it.path} ${(until - it.startedAt).toFixed(0)} ms before its time`);
  });
}

/** Nobody asks for a page before the host's robots.txt was had, nor for one that it denies. */
function againstRobots({ host }: Site, log: readonly Visit[]): string[] {
  const answers = log.filter((it) => it.path === ROBOTS && it.status === 200);
  const hadAt = Math.min(...answers.map((it) => it.endedAt));
  return log
    .filter(({ path }) => path !== ROBOTS)
    .flatMap(({ path, startedAt }) => [
      ...(path.startsWith(DENIED) ? [`${host}: ${path} is denied to all`] : []),
      ...(startedAt < hadAt ? [`${host}: ${path} before its robots.txt was had`] : []),
    ]);
}
