import type { FetchErrorCode, HttpAnswer } from '@nashra/http';
import { permits, policyFor, type RobotsPolicy } from './decide.ts';
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
export type RobotsOutcome = Pick<HttpAnswer, 'status' | 'body' | 'retryAfterMs'> | FetchErrorCode;

/** Longer is not waited for: it would close the site. */
const LONGEST_WAIT_MS = 7 * 24 * 3_600_000;
/** A site that lets nobody in is asked for its rules again so soon. */
const SHUT_MS = 3_600_000;
/** A host that cannot be reached may be there in a moment: the first pause, as long as it has been away from then on. */
const FIRST_PAUSE_MS = 10_000;

/** How long a server asks to be left alone, in milliseconds; undefined where it does not. */
export function askedToWait({
  status,
  retryAfterMs,
}: Pick<HttpAnswer, 'status' | 'retryAfterMs'>): number | undefined {
  if (retryAfterMs === undefined || (status !== 429 && status !== 503)) return undefined;
  return Math.min(retryAfterMs, LONGEST_WAIT_MS);
}

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
  if (typeof outcome === 'string') {
    const away = now - (previous?.unreachableSince ?? now);
    const holdMs = Math.min(ages.retryMs, Math.max(away, FIRST_PAUSE_MS));
    return outOfReach(outcome, previous, { ...ages, retryMs: holdMs }, now);
  }
  const { status, body } = outcome;
  if (status >= 200 && status < 300) {
    const robots = parseRobots(body);
    const policy = policyFor(robots, productToken);
    // A whole site that is shut may be one that was set up with the rules of its test server.
    const ttlMs = permits(policy, '/') ? ages.ttlMs : Math.min(ages.ttlMs, SHUT_MS);
    return known('found', policy, robots.sitemaps, now + ttlMs);
  }
  if (status >= 400 && status < 500 && status !== 429)
    return known('none', nothing, [], now + ages.ttlMs);
  const retryMs = Math.max(ages.retryMs, askedToWait(outcome) ?? 0);
  return outOfReach(`HTTP_${status}`, previous, { ...ages, retryMs }, now);
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
