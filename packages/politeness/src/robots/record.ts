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
/** What may be a mistake is asked for again so soon: rules that let nobody in, and that there are none any more. */
const DOUBTED_MS = 3_600_000;
/** A page stands where the rules should: a notice, a wall, the server of somebody else's network. */
const PAGE = /^(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|head|body|\?xml|\?php|!--)/i;
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
  const doubtedMs = Math.min(ages.ttlMs, DOUBTED_MS);
  const hadRules = previous !== null && previous.policy.rules.length > 0;
  if (status >= 200 && status < 300) {
    if (isPage(body)) {
      // Who writes no rules down has none; whoever had some has them still.
      if (hadRules) return outOfReach('NO_RULES', previous, ages, now);
      return known('none', nothing, [], now + doubtedMs);
    }
    const robots = parseRobots(body);
    const policy = policyFor(robots, productToken);
    // A whole site that is shut may be one that was set up with the rules of its test server.
    const isOdd = !permits(policy, '/') || (hadRules && policy.rules.length === 0);
    return known('found', policy, robots.sitemaps, now + (isOdd ? doubtedMs : ages.ttlMs));
  }
  if (status >= 400 && status < 500 && status !== 429)
    return known('none', nothing, [], now + (hadRules ? doubtedMs : ages.ttlMs));
  const retryMs = Math.max(ages.retryMs, askedToWait(outcome) ?? 0);
  return outOfReach(`HTTP_${status}`, previous, { ...ages, retryMs }, now);
}

const isPage = (body: Uint8Array): boolean =>
  PAGE.test(Buffer.from(body.subarray(0, 200)).toString('latin1'));

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
