import { hash } from 'node:crypto';
import { createFetcher, optionsOf } from '@nashra/http';
import type { Logger } from '@nashra/log';
import { openHostSlots, openRobots, productToken } from '@nashra/politeness';
import { openRedis } from '@nashra/queue';
import type { Config } from '../config.ts';
import { Cache } from '../library/cache.ts';
import { fetchImage } from './polite-image.ts';
import { openResize, type Picture } from './resize.ts';

/** One that is kept, with a name of what it holds, quoted as headers have it (RFC 9110, 8.8.3). */
export interface KeptPicture extends Picture {
  readonly etag: string;
}

export interface Images extends AsyncDisposable {
  /** An image of that address, that wide; null where there is none to be had now. */
  picture(address: string, width: number): Promise<KeptPicture | null>;
}

const KEPT = { maxBytes: 96 * 1024 * 1024, maxAgeMs: 24 * 3_600_000 };
const MISSED = { maxBytes: 4 * 1024 * 1024, maxAgeMs: 60_000 };
/** Fetched at the same time; who comes when so many are under way goes without. */
const AT_ONCE = 24;

/** Images of publishers, fetched by the rules of the fetch stage and kept in memory. */
export async function openImages(config: Config, log: Logger): Promise<Images> {
  await using open = new AsyncDisposableStack();
  const fetcher = open.use(createFetcher(optionsOf(config)));
  const { redis } = open.use(openRedis(config.REDIS_URL));
  const prefix = config.NASHRA_PREFIX;
  const slots = openHostSlots({ redis, prefix });
  const userAgentToken = productToken(config.USER_AGENT);
  const robots = openRobots({ redis, fetcher, prefix, userAgentToken });
  const pace = { intervalMs: config.HOST_INTERVAL_MS, concurrency: config.HOST_CONCURRENCY };
  const { resize, isThere } = await openResize();
  if (!isThere) log.warn('images go out as they come: sharp is not there');
  const kept = new Cache(KEPT);
  const missed = new Cache(MISSED);
  let underWay = 0;

  /** Throws where there is none. */
  async function make(address: string, width: number): Promise<KeptPicture> {
    if (underWay >= AT_ONCE) throw new Error('too many images at once');
    underWay += 1;
    try {
      const bytes = await fetchImage({ fetcher, robots, slots, pace }, address);
      const picture = bytes && (await resize(bytes, width));
      if (!picture) throw new Error('no picture');
      const tag = hash('sha256', picture.bytes, 'base64url').slice(0, 22);
      return { ...picture, etag: `"${tag}"` };
    } finally {
      underWay -= 1;
    }
  }
  const held = open.move();
  return {
    async picture(address, width) {
      const key = `${isThere ? width : ''} ${address}`;
      return await missed.get(key, async () => {
        try {
          const value = await kept.get(key, async () => {
            const made = await make(address, width);
            return { value: made, tags: ['image'], size: made.bytes.length };
          });
          return { value, tags: ['image'], size: 0 };
        } catch (err) {
          log.debug({ err, address }, 'no image');
          return { value: null, tags: ['image'], size: 0 };
        }
      });
    },
    [Symbol.asyncDispose]: () => held.disposeAsync(),
  };
}
