/** A request as a server saw it. Instants are ms of the server's clock. */
export interface Seen {
  readonly host: string;
  readonly path: string;
  readonly at: number;
  /** When its answer was written; absent while it is not. */
  readonly end?: number;
}

export interface Rules {
  intervalOf(host: string): number;
  readonly concurrency: number;
  /** Between a turn and its request lie a network and two processes: so much less than the interval is still kept. */
  readonly graceMs: number;
}

export interface Verdict {
  readonly requests: number;
  /** Pairs of requests that came closer than the interval less the grace, the worst of them, and the least gap as a share of its interval. */
  readonly tooSoon: number;
  readonly worst: readonly string[];
  readonly leastGap: number;
  /** Requests that came while as many as allowed were being answered. */
  readonly tooMany: number;
  /** Of what the intervals allow, the share that was used: from the first request of a host to the last that it had not seen before. */
  readonly throughput: number;
}

const WORST = 20;

/** Judges from the servers' own log whether hosts were asked as they may be, and whether that was made use of. */
export function judge(log: readonly Seen[], { intervalOf, concurrency, graceMs }: Rules): Verdict {
  const byHost = Map.groupBy(log, ({ host }) => host);
  const soon: { share: number; what: string }[] = [];
  let [tooMany, leastGap, used, allowed] = [0, Number.POSITIVE_INFINITY, 0, 0];
  for (const [host, unordered] of byHost) {
    const seen = unordered.toSorted((a, b) => a.at - b.at);
    const interval = intervalOf(host);
    for (const [place, { at, path }] of seen.entries()) {
      const before = seen[place - 1];
      const gap = at - (before?.at ?? Number.NEGATIVE_INFINITY);
      const share = gap / interval;
      leastGap = Math.min(leastGap, share);
      if (gap < interval - graceMs) {
        soon.push({ share, what: `${host}${path} ${Math.round(gap)} ms after ${before?.path}` });
      }
      const open = seen.slice(0, place).filter(({ end = Number.POSITIVE_INFINITY }) => end > at);
      if (open.length >= concurrency) tooMany += 1;
    }
    const firsts = new Map(seen.toReversed().map((it) => [it.path, it]));
    const last = seen.lastIndexOf(seen.findLast((it) => firsts.get(it.path) === it) as Seen);
    used += last;
    allowed += ((seen[last]?.at ?? 0) - (seen[0]?.at ?? 0)) / interval;
  }
  const worst = soon.toSorted((a, b) => a.share - b.share).slice(0, WORST);
  return {
    requests: log.length,
    tooSoon: soon.length,
    worst: worst.map(({ what }) => what),
    leastGap,
    tooMany,
    throughput: used / allowed,
  };
}
