import { normalPath } from './normal-form.ts';
import type { Robots, RobotsRule } from './parse.ts';
import { matches } from './pattern.ts';

/** What one crawler has to keep to: the groups that name it, merged, or else those for everybody. */
export interface RobotsPolicy {
  readonly rules: readonly RobotsRule[];
  readonly crawlDelayMs: number | undefined;
}

const NOT_ASCII = /[^\0-\x7f]/;

export function policyFor(robots: Robots, productToken: string): RobotsPolicy {
  // Of a whole User-Agent field the product's name counts (RFC 9309 §2.2.1).
  const token = (productToken.split(/[/\s]/, 1)[0] as string).toLowerCase();
  const own = robots.groups.filter(({ agents }) => agents.includes(token));
  const groups = own.length > 0 ? own : robots.groups.filter(({ agents }) => agents.includes('*'));
  return {
    rules: groups.flatMap(({ rules }) => rules),
    crawlDelayMs: groups.find(({ crawlDelayMs }) => crawlDelayMs !== undefined)?.crawlDelayMs,
  };
}

/**
 * RFC 9309 §2.2.2: the longest matching rule decides, allow wins a tie, no rule allows. `path`
 * includes the query and may be spelled any way.
 */
export function permits(policy: RobotsPolicy, path: string): boolean {
  const normal = normalPath(path);
  // Letters outside ASCII make it no address yet: in doubt an exception from what is forbidden does not count.
  const written = NOT_ASCII.test(path) ? path : normal;
  let best = 0;
  let allowed = true;
  for (const { allow, pattern } of policy.rules) {
    // Shorter ones cannot win, so they are not even matched.
    if (pattern.length < best || (pattern.length === best && allowed)) continue;
    if (!(allow ? matchesOrIsFolder(pattern, written) : matches(pattern, normal))) continue;
    best = pattern.length;
    allowed = allow;
  }
  return allowed;
}

export function isAllowed(robots: Robots, productToken: string, path: string): boolean {
  return permits(policyFor(robots, productToken), path);
}

export function crawlDelayMs(robots: Robots, productToken: string): number | undefined {
  return policyFor(robots, productToken).crawlDelayMs;
}

/** Google: `Allow: /folder/index.html` allows `/folder/` too. */
function matchesOrIsFolder(pattern: string, path: string): boolean {
  if (matches(pattern, path)) return true;
  const folder = /^(.*\/)index\.htm/.exec(pattern)?.[1];
  return folder !== undefined && matches(`${folder}$`, path);
}
