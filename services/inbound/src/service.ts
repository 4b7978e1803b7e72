import { openBlobs } from '@nashra/blobs';
import { createPoster, optionsOf } from '@nashra/http';
import { arriveFeed } from '@nashra/pipeline';
import { type Overrides, openService, type RunningService } from '@nashra/service';
import { dropLease, hasten, leaseOfToken, noteDenied, noteLeased, notePing } from '@nashra/sources';
import { Budget } from './budget.ts';
import type { Config } from './config.ts';
import { hear } from './hear.ts';
import { keepLeases } from './keep-leases.ts';
import type { HearDeps } from './ports.ts';
import { CALLBACKS, startServer } from './server.ts';

/** Documents that one lease may send: some at once, then one each so often. */
const DOCUMENTS = { burst: 20, everyMs: 3_000 } as const;
/** Callbacks looked up for everybody together. */
const LOOK_UPS = { burst: 500, everyMs: 5 } as const;

/** Hears what hubs say of feeds, and asks them to say it. */
export async function createInbound(
  config: Config,
  overrides?: Overrides,
): Promise<RunningService & { readonly sitePort: number }> {
  await using open = new AsyncDisposableStack();
  const service = open.use(await openService('inbound', config, { poolSize: 4 }, overrides));
  const { db, log } = service;
  const blobs = await openBlobs(config.NASHRA_BLOBS);
  const documents = new Budget(DOCUMENTS);
  const lookUps = new Budget(LOOK_UPS);
  const deps: HearDeps = {
    leaseOf: (token) => leaseOfToken(db, token),
    leased: ({ id }, seconds) => noteLeased(db, id, seconds),
    denied: ({ id }) => noteDenied(db, id),
    left: ({ id }) => dropLease(db, id),
    async hasten({ id, feedAddressId }) {
      await notePing(db, id);
      await hasten(db, feedAddressId, config.INBOUND_PING_MS);
    },
    async deliver({ id, feedAddressId: addressId, topic: finalAddress }, bytes, headers) {
      const hasGone = await arriveFeed(service, blobs, { addressId, finalAddress, bytes, headers });
      if (hasGone) await notePing(db, id);
      return hasGone;
    },
    mayLookUp: () => lookUps.spend(''),
    mayDeliver: ({ token }) => documents.spend(token),
  };
  const server = open.use(
    await startServer({
      host: config.HOST,
      port: config.INBOUND_PORT,
      maxBytes: config.INBOUND_MAX_BYTES,
      log,
      ready: service.ready,
      hear: (call) => hear(call, deps),
    }),
  );
  log.info({ port: server.port }, 'inbound');
  const origin = config.INBOUND_ORIGIN?.replace(/\/+$/, '');
  if (origin !== undefined) {
    const poster = open.use(createPoster(optionsOf(config)));
    open.use(keepLeases({ db, poster, log, callbacks: origin + CALLBACKS }));
  }
  const held = open.move();
  return {
    port: service.port,
    sitePort: server.port,
    [Symbol.asyncDispose]: () => held.disposeAsync(),
  };
}
