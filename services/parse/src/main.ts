import { openFileBlobs } from '@nashra/blobs';
import { move, quarantine, release, releaseOptions } from '@nashra/ledger';
import { startWorker } from '@nashra/queue';
import { openService } from '@nashra/service';
import { config } from './config.ts';
import { handleParse, type ParseDeps } from './handler.ts';
import { loadFetched } from './load-fetched.ts';
import { openMemoryBook } from './memory-book.ts';
import { saveDraft } from './save-draft.ts';
import { dropFetched, saveListing } from './save-listing.ts';

await using service = await openService('parse', config, {
  poolSize: config.PARSE_CONCURRENCY + 1,
});
const { db, queues } = service;
const blobs = await openFileBlobs(config.NASHRA_BLOBS);

const memories = openMemoryBook(db, service.log);

const deps: ParseDeps = {
  load: (addressId) => loadFetched(db, blobs, addressId),
  saveDraft: (page, draft) => saveDraft(db, page, draft),
  async saveListing(page, listing) {
    const hosts = await saveListing(db, page, listing, config.REVISIT_AFTER_MS);
    await release(db, queues, { ...releaseOptions(config), hosts });
  },
  recall: ({ publisher }) => memories.recall(publisher.id),
  learn: ({ publisher }, observation) => memories.note(publisher.id, observation),
  async keep({ addressId }) {
    await move(db, { ids: [addressId], from: ['fetched'], to: 'known', reason: 'unchanged' });
  },
  drop: (page, reason) => dropFetched(db, page, reason),
  async refetch({ addressId }) {
    const set = { etag: null, last_modified: null };
    await move(db, { ids: [addressId], from: ['fetched'], to: 'waiting', reason: 'rescued', set });
  },
  pushDedupe: (payload) => queues.push('dedupe', payload),
};

await using _worker = startWorker(
  'parse',
  (payload, context) => handleParse(payload, deps, context),
  {
    ...service.redis,
    concurrency: config.PARSE_CONCURRENCY,
    log: service.log,
    onReport: service.metrics.report,
    onGiveUp: (job) => quarantine(db, 'parse', job),
  },
);

await service.untilStopped();
