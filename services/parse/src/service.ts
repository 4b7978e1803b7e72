import { openBlobs } from '@nashra/blobs';
import { advance } from '@nashra/pipeline';
import { type Overrides, openService, type RunningService, startStage } from '@nashra/service';
import type { Config } from './config.ts';
import { handleParse } from './handler.ts';
import { loadFetched } from './load-fetched.ts';
import { openMemoryBook } from './memory-book.ts';
import type { ParseDeps } from './ports.ts';
import { openPublisherBook } from './publisher-book.ts';
import { keepDraft } from './save-draft.ts';
import { dropFetched, saveListing } from './save-listing.ts';

/** Reads kept bodies: articles become drafts, feeds become newly seen addresses. */
export async function createParse(config: Config, overrides?: Overrides): Promise<RunningService> {
  await using open = new AsyncDisposableStack();
  const poolSize = config.PARSE_CONCURRENCY + 1;
  const service = open.use(await openService('parse', config, { poolSize }, overrides));
  const { db } = service;
  const blobs = await openBlobs(config.NASHRA_BLOBS);
  const publishers = openPublisherBook(db);
  const memories = openMemoryBook(db, service.log);
  const deps: ParseDeps = {
    load: (addressId) => loadFetched({ db, blobs, publishers }, addressId),
    saveDraft: (page, draft) => keepDraft(service, page, draft),
    saveListing: (page, listing) => saveListing(service, page, listing, config.REVISIT_AFTER_MS),
    recall: ({ publisher }) => memories.recall(publisher.id),
    learn: ({ publisher }, observation) => memories.note(publisher.id, observation),
    async keep({ addressId }) {
      await advance(service, 'parse', addressId, async () => ({
        to: 'known',
        reason: 'unchanged',
      }));
    },
    drop: (page, reason) => dropFetched(service, page, reason),
    async refetch({ addressId }) {
      const set = { etag: null, last_modified: null };
      await advance(service, 'parse', addressId, async () => {
        return { to: 'waiting', reason: 'rescued', set };
      });
    },
  };
  open.use(
    startStage(service, 'parse', config.PARSE_CONCURRENCY, (reference, context) =>
      handleParse(reference, deps, context),
    ),
  );
  const held = open.move();
  return { port: service.port, [Symbol.asyncDispose]: () => held.disposeAsync() };
}
