import type { AddressInfo } from 'node:net';
import { reportImage } from '@nashra/articles';
import { type Overrides, openService, type RunningService } from '@nashra/service';
import { ownHosts } from '@nashra/site';
import { createApp } from './app.ts';
import type { Config } from './config.ts';
import { openImages } from './images/open-images.ts';
import { Cache } from './library/cache.ts';
import { readDisplays } from './library/display.ts';
import { followStale } from './library/follow.ts';
import { openLibrary } from './library/library.ts';
import { openReading } from './library/reading.ts';
import { imagePaths } from './routes/images.ts';
import { loadSecret } from './site/secret.ts';
import { createSigner } from './site/signer.ts';

/** What was read, and the answers made of it; each may hold this much. */
const CACHE = { maxBytes: 64 * 1024 * 1024, maxAgeMs: 60_000 };

/** The reading site. */
export async function createPortal(
  config: Config,
  overrides?: Overrides,
): Promise<RunningService & { readonly sitePort: number }> {
  await using open = new AsyncDisposableStack();
  const service = open.use(await openService('portal', config, { poolSize: 6 }, overrides));
  const { log } = service;
  const reading = open.use(openReading(config, service));
  const { reader } = reading;
  const rows = new Cache(CACHE);
  const answers = new Cache(CACHE);
  const library = openLibrary(reader, rows, readDisplays(config.PORTAL_DISPLAY));
  const signer = createSigner(await loadSecret(config));
  const images = open.use(await openImages(config, log));
  let origin = config.PORTAL_ORIGIN?.replace(/\/+$/, '');
  const { app, news } = await createApp({
    library,
    cache: answers,
    log,
    origin: () => origin ?? '',
    signer,
    hosts: ownHosts([hostOf(config.PORTAL_ORIGIN), config.PORTAL_HOSTS].join()),
    images,
    timeZone: config.PORTAL_TIME_ZONE,
    imageSrc: (id) => imagePaths(signer, id),
    async report(report) {
      const outcome = await reportImage(service.db, report, {
        hideAfter: config.PORTAL_HIDE_AFTER,
      });
      if (outcome === 'hidden') {
        await reading.caughtUp();
        for (const cache of [rows, answers]) cache.clear();
      }
      return outcome;
    },
    trustProxy: config.PORTAL_TRUST_PROXY,
    robot: { userAgent: config.USER_AGENT, contact: config.PORTAL_CONTACT },
    ready: service.ready,
  });
  open.defer(() => app.close());
  open.use(news);
  const stop = new AbortController();
  const following = followStale({
    reader,
    log,
    signal: stop.signal,
    idleMs: reading.idleMs,
    onStale(tags) {
      if (tags === 'all') for (const cache of [rows, answers]) cache.clear();
      else for (const cache of [rows, answers]) cache.drop(tags);
      news.tell();
    },
  });
  open.defer(async () => {
    stop.abort();
    await following;
  });
  await app.listen({ host: config.HOST, port: config.PORTAL_PORT });
  const sitePort = (app.server.address() as AddressInfo).port;
  origin ??= `http://${config.HOST === '0.0.0.0' ? '127.0.0.1' : config.HOST}:${sitePort}`;
  log.info({ port: sitePort }, 'portal');
  const held = open.move();
  return { port: service.port, sitePort, [Symbol.asyncDispose]: () => held.disposeAsync() };
}

const hostOf = (origin: string | undefined): string => (origin ? new URL(origin).host : '');
