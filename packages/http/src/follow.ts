import type { Hop } from './answer.ts';
import type { ChainCookies } from './cookies.ts';
import type { Exchange } from './exchange.ts';
import { FetchError } from './fetch-error.ts';
import type { Guard } from './guard.ts';
import { redirectTarget } from './redirect.ts';

export interface FollowSteps {
  readonly guard: Guard;
  readonly maxRedirects: number;
  readonly cookies: ChainCookies;
  ask(url: URL): Promise<Exchange>;
  /** Where an answer that is no redirect leads whoever opens it; null where it is the answer. */
  leadsTo(exchange: Exchange, url: URL): Promise<string | null>;
}

/** Follows redirects by hand, every hop through the guard; `hops` grows as they come, also when it fails. */
export async function follow(
  address: string,
  hops: Hop[],
  steps: FollowSteps,
): Promise<{ url: URL; exchange: Exchange }> {
  const seen = new Set<string>();
  let url = steps.guard.checkAddress(address);
  for (;;) {
    seen.add(url.href);
    const exchange = await steps.ask(url);
    const hop = { address: url.href, status: exchange.status };
    let location = redirectTarget(exchange.status, exchange.headers['location'], url);
    hops.push({ ...hop, location });
    if (location === null) {
      location = await steps.leadsTo(exchange, url);
      if (location === null) return { url, exchange };
      hops[hops.length - 1] = { ...hop, location };
    }
    await exchange.discard();
    // With a new cookie the same question may bring another answer.
    if (steps.cookies.take(url, exchange.raw)) seen.clear();
    url = steps.guard.checkAddress(location);
    if (hops.length > steps.maxRedirects || seen.has(url.href))
      throw new FetchError('TOO_MANY_REDIRECTS', `${hops.length} redirects, none to an end`);
  }
}
