import { openBlobs } from '@nashra/blobs';
import { advanceOne } from '@nashra/pipeline';
import { openKept } from '@nashra/reading';
import {
  keepCarrying,
  type Overrides,
  openService,
  type RunningService,
  startStage,
} from '@nashra/service';
import { isHeld, UNKNOWN_PUBLISHER } from '@nashra/sources';
import { openListingCompare } from './compare-listings.ts';
import type { Config } from './config.ts';
import { openGuardBook } from './guard-book.ts';
import { handleParse } from './handler.ts';
import { type Lane, openParseLanes } from './lanes.ts';
import { openMemoryBook } from './memory-book.ts';
import { openPageBook } from './page-book.ts';
import type { ParseDeps } from './ports.ts';
import { openPublisherBook } from './publisher-book.ts';
import { readingCarriers } from './reading-carriers.ts';
import { openReadingWatch } from './reading-watch.ts';
import { saveHome } from './save-home.ts';
import { dropFetched, saveListing } from './save-listing.ts';
import { openToldHeadlines } from './told-headlines.ts';

/** Jobs taken at once; each may stand for many pages. */
const JOBS = 6;

/** Reads kept bodies: articles become drafts, feeds become newly seen addresses. */
export async function createParse(config: Config, overrides?: Overrides): Promise<RunningService> {
  await using open = new AsyncDisposableStack();
  const service = open.use(await openService('parse', config, { poolSize: 6 }, overrides));
  const { db } = service;
  const blobs = await openBlobs(config.NASHRA_BLOBS);
  const publishers = openPublisherBook(db);
  const pages = openPageBook(db);
  const memories = openMemoryBook(db, service.log);
  const guards = openGuardBook(db, blobs, service.log);
  const listings = openListingCompare(db, blobs);
  const watch = open.use(openReadingWatch());
  const headlines = openToldHeadlines();
  const depsOf = (lane: Lane): ParseDeps => ({
    ...lane,
    watch,
    headlines,
    async load(found) {
      const { address, isReread, lane, vain, rescues, articleId } = found.address;
      const kept = await openKept({ blobs, readPublisher: publishers.read }, found);
      const isWritten = articleId !== null;
      return { ...kept, address, isReread, isWritten, lane, vain, rescues };
    },
    saveHome: (page, front) => saveHome(service, page, front),
    async saveListing(page, listing) {
      await saveListing(service, page, listing, config);
      if (listing.ofLate) await listings.compare(page.publisher.id, listing.ofLate);
    },
    patternsOf: ({ addressId }) => pages.patternsOf(addressId),
    recall: ({ publisher }) => memories.recall(publisher.id),
    async watchOver({ publisher, lane, origin, addressId, captureId, capturedAt }, look) {
      // Only what is news now tells of the site as it is now.
      if (lane !== 0 || origin !== 'http' || publisher.id === UNKNOWN_PUBLISHER) return false;
      return await guards.watch(publisher.id, look, { addressId, captureId }, capturedAt.getTime());
    },
    async hold({ addressId, publisher }) {
      await advanceOne(service, 'parse', addressId, async (tx) => {
        // Somebody may have let it go on this moment.
        if (await isHeld(tx, publisher.id)) return { to: 'quarantined', reason: 'layout_changed' };
        return { to: 'waiting', reason: 'rescued' };
      });
    },
    learn: ({ publisher }, observation) => memories.note(publisher.id, observation),
    drop: (page, reason, wasRead = false) =>
      dropFetched(service, page, { reason, wasRead }, config.PASSING_RETRY_MS),
    async refetch({ addressId }) {
      await advanceOne(service, 'parse', addressId, async () => {
        return { to: 'waiting', reason: 'rescued' };
      });
    },
  });
  const inLane = openParseLanes(service, config, depsOf);
  const stores = { db, blobs, readPublisher: publishers.read };
  open.use(keepCarrying(service, readingCarriers(stores, watch)));
  open.use(
    startStage(service, 'parse', { concurrency: JOBS }, (address, context) =>
      inLane(context, (deps) => handleParse(address, deps, context)),
    ),
  );
  const held = open.move();
  return { port: service.port, [Symbol.asyncDispose]: () => held.disposeAsync() };
}
