import { createHash } from 'node:crypto';
import {
  FetchError,
  type FetchErrorCode,
  type GetOptions,
  type Hop,
  type HttpAnswer,
} from '@nashra/http';
import type { Process } from './process.ts';
import { type Reply, ROBOTS, type Site, type Visit } from './site.ts';

const LOST = ['CONNECT', 'DNS', 'TIMEOUT', 'TRUNCATED', 'TLS'] as const satisfies FetchErrorCode[];
const MOST_HOPS = 5;

/** All publishers, reached by processes that may die on the way. */
export class Web {
  readonly sites = new Map<string, Site>();

  /** What the product's guarded fetcher promises: redirects followed, every request announced, refusals as answers. */
  get = async (process: Process, address: string, options: GetOptions): Promise<HttpAnswer> => {
    const { clock } = process.world;
    const startedAt = new Date(clock.now);
    const since = clock.now;
    const hops: Hop[] = [];
    let at = address;
    for (;;) {
      await options.onHop?.(at);
      const { reply, visit } = await this.#visit(process, at, options);
      const location = reply.location ?? null;
      hops.push({ address: at, status: reply.status, location });
      if (location !== null && hops.length <= MOST_HOPS) {
        at = location;
        continue;
      }
      const body = Buffer.from(reply.status === 200 ? (reply.body ?? '') : '');
      const etag = reply.status === 200 ? (reply.etag ?? etagOf(reply)) : undefined;
      return {
        status: reply.status,
        headers: {
          ...(reply.type ? { 'content-type': reply.type } : {}),
          ...(etag ? { etag } : {}),
        },
        body,
        finalAddress: at,
        hops,
        ...(visit.retryAfterMs > 0 ? { retryAfterMs: visit.retryAfterMs } : {}),
        timings: { startedAt, headersMs: clock.now - since, totalMs: clock.now - since },
        remoteAddress: null,
      };
    }
  };

  async #visit(process: Process, address: string, { etag, onSent }: GetOptions) {
    const { clock, random, troubles } = process.world;
    const url = new URL(address);
    const site = this.sites.get(url.hostname);
    if (!site) throw new FetchError('DNS', `no host ${url.hostname}`);
    await process.moment(1, 15);
    onSent?.();
    const visit: Visit = {
      path: url.pathname,
      startedAt: clock.now,
      troubledAt: process.troubledAt,
      endedAt: Number.POSITIVE_INFINITY,
      status: 0,
      retryAfterMs: 0,
    };
    site.log.push(visit);
    const hangUp = () => {
      visit.endedAt = clock.now;
    };
    process.onDeath.add(hangUp);
    // What the server says is what it has when it begins to answer.
    const own = site.reply(url.pathname, clock.now);
    await process.moment(5, random.chance(0.03) ? 4_000 : 300);
    process.onDeath.delete(hangUp);
    hangUp();
    const lost = url.pathname === ROBOTS ? troubles.robotsLost : 0;
    const fails = random.chance(Math.max(troubles.webLost, lost));
    const isDown = troubles.outages > 0 && clock.now < site.downUntil;
    const reply = isDown
      ? down(random)
      : fails
        ? failing(own, visit, { random, asksWhole: etag === undefined })
        : own;
    const unchanged = etag !== undefined && etag === etagOf(reply);
    visit.status = unchanged ? 304 : reply.status;
    process.world.note(url.hostname, `answers ${visit.status}`, url.pathname);
    return { visit, reply: unchanged ? { status: 304 } : reply };
  }
}

function down(random: Process['random']): Reply {
  if (random.chance(0.3)) throw new FetchError(random.pick(LOST), 'the server is down');
  return { status: random.pick([500, 502, 503]) };
}

function failing(
  own: Reply,
  visit: Visit,
  { random, asksWhole }: { readonly random: Process['random']; readonly asksWhole: boolean },
): Reply {
  const how = random.between(0, 6);
  if (how === 0) throw new FetchError(random.pick(LOST), 'the web fails for now');
  if (how === 1) {
    visit.retryAfterMs = 1_000 * random.between(2, 20);
    return { status: random.pick([429, 503]) };
  }
  // Cut where it looks whole to whoever counts no bytes, or empty.
  if (how === 2 && own.body && visit.path !== ROBOTS) {
    const isFeed = own.type?.includes('rss');
    const cut = isFeed ? Math.floor(own.body.length * random.next()) : 0;
    return { ...own, etag: etagOf(own), body: own.body.slice(0, cut) };
  }
  // «Not modified», to who has nothing.
  if (how === 3 && asksWhole && visit.path !== ROBOTS) return { status: 304 };
  // A robots.txt that is not there allows everything.
  return {
    status: random.pick(visit.path === ROBOTS ? [500, 502] : [500, 502, 404, 403, 429]),
  };
}

function etagOf({ status, body }: Reply): string | undefined {
  if (status !== 200 || body === undefined) return undefined;
  return `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`;
}
