import type { FetchErrorCode, HttpAnswer } from '@nashra/http';
import { policyFor, type RobotsPolicy } from './decide.ts';
import { parseRobots } from './parse.ts';

/** What is known of one origin's robots.txt for one crawler, as it lies in Redis. */
export interface RobotsRecord {
  /** `found`: its rules hold. `none`: everything is allowed. `unreachable`: nothing is, for the time being. */
  readonly state: 'found' | 'none' | 'unreachable';
  readonly policy: RobotsPolicy;
  readonly sitemaps: readonly string[];
  /** Milliseconds since the epoch. */
  readonly freshUntil: number;
  /** Since when every try failed; `null` when the last one did not. */
  readonly unreachableSince: number | null;
  /** Why the last try failed: a FetchError's code, or `HTTP_<status>`. */
  readonly cause: string | null;
}

export interface RobotsAges {
  /** How long an answer holds; RFC 9309 §2.4 says at most 24 hours. */
  readonly ttlMs: number;
  /** How long a failure holds before the next try. */
  readonly retryMs: number;
  /** RFC 9309 §2.3.1.4: after so long out of reach it counts as absent. */
  readonly giveUpMs: number;
}

const nothing: RobotsPolicy = { rules: [], crawlDelayMs: undefined };

/** An answer, or why there was none. */
export type RobotsOutcome = Pick<HttpAnswer, 'status' | 'body'> | FetchErrorCode;

/**
 * RFC 9309 §2.3.1: 2xx is parsed; 4xx and endless redirects mean that there are no rules; the rest (429 too, as Google has
 * it) is out of reach.
 */
export function recordFrom(
  outcome: RobotsOutcome,
  previous: RobotsRecord | null,
  productToken: string,
  ages: RobotsAges,
  now: number,
): RobotsRecord {
  if (outcome === 'TOO_MANY_REDIRECTS') return known('none', nothing, [], now + ages.ttlMs);
  if (typeof outcome === 'string') return outOfReach(outcome, previous, ages, now);
  const { status, body } = outcome;
  if (status >= 200 && status < 300) {
    const robots = parseRobots(body);
    const policy = policyFor(robots, productToken);
    return known('found', policy, robots.sitemaps, now + ages.ttlMs);
  }
  if (status >= 400 && status < 500 && status !== 429)
    return known('none', nothing, [], now + ages.ttlMs);
  return outOfReach(`HTTP_${status}`, previous, ages, now);
}

/** The last good copy goes on; without one nothing is fetched, until it has been away so long that it counts as absent. */
function outOfReach(
  cause: string,
  previous: RobotsRecord | null,
  ages: RobotsAges,
  now: number,
): RobotsRecord {
  const unreachableSince = previous?.unreachableSince ?? now;
  const failed = { freshUntil: now + ages.retryMs, unreachableSince, cause };
  if (now - unreachableSince > ages.giveUpMs)
    return { ...known('none', nothing, [], 0), ...failed };
  if (previous && previous.state !== 'unreachable') return { ...previous, ...failed };
  return { ...known('unreachable', nothing, [], 0), ...failed };
}

function known(
  state: RobotsRecord['state'],
  policy: RobotsPolicy,
  sitemaps: readonly string[],
  freshUntil: number,
): RobotsRecord {
  return { state, policy, sitemaps, freshUntil, unreachableSince: null, cause: null };
}
