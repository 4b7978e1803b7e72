import type { Reason } from '@nashra/ledger';
import type { JobContext } from '@nashra/queue';
import type { Found } from './load-fetched.ts';
import type { Fetched, ParseDeps, ParseOutcome } from './ports.ts';
import { type ArticleReading, type Reading, readFetched } from './read-fetched.ts';

type ParseContext = Pick<JobContext, 'log' | 'stalls' | 'meet'>;

/** So often a flight's bytes are fetched again when the store has lost them. */
const MOST_REFETCHES = 3;
const LOST = 'blobs: what was fetched is not there';

/** parse: stored bytes in; an article draft and one dedupe job, or newly seen addresses, out. */
export async function handleParse(
  { addressId }: { readonly addressId: number },
  deps: ParseDeps,
  context: ParseContext,
): Promise<ParseOutcome> {
  const found = await deps.find(addressId);
  if (!found) return 'stale';
  const { says } = found;
  const kept =
    found.isKnown && says !== null
      ? await deps.keepUnchanged({ addressId, contentHash: says })
      : await readAndKeep(found, deps, { ...context, says });
  if (kept !== 'otherwise') return kept;
  // Its article has been written anew meanwhile, or taken down.
  return (await readAndKeep(found, deps, { ...context, says: null })) as ParseOutcome;
}

/** `otherwise` where its article says no more what it said. */
async function readAndKeep(
  found: Found,
  deps: ParseDeps,
  context: ParseContext & { readonly says: string | null },
): Promise<ParseOutcome | 'otherwise'> {
  const { page, reading } = await deps.inHand(async () => {
    const page = await deps.load(found);
    return { page, reading: await readFetched(page, deps, context) };
  });
  return await keep(page, reading, deps, context);
}

async function keep(
  page: Fetched,
  reading: Reading,
  deps: ParseDeps,
  { log, meet }: ParseContext,
): Promise<ParseOutcome | 'otherwise'> {
  const { addressId } = page;
  switch (reading.kind) {
    case 'lost':
      meet(LOST);
      // Where parse sees another store than fetch, fetching again brings nothing.
      if (page.rescues >= MOST_REFETCHES) return drop(page, deps, 'bytes_lost');
      await deps.refetch(page);
      return 'refetch';
    case 'nothing':
      return drop(page, deps, reading.reason);
    case 'home':
      await deps.saveHome(page, reading.front);
      return 'home';
    case 'listing': {
      const { leftOut } = reading.listing;
      if (leftOut > 0) log.warn({ addressId, leftOut }, 'entries left out');
      await deps.saveListing(page, reading.listing);
      return 'listing';
    }
    case 'article':
      return await keepArticle(page, reading, deps);
  }
}

async function keepArticle(
  page: Fetched,
  { look, observation, says }: ArticleReading,
  deps: ParseDeps,
): Promise<ParseOutcome | 'otherwise'> {
  if (await deps.watchOver(page, look)) {
    await deps.hold(page);
    return 'layout_changed';
  }
  if ('reason' in says) return drop(page, deps, says.reason, true);
  const kept =
    'same' in says
      ? await deps.keepUnchanged({ addressId: page.addressId, contentHash: says.same })
      : await deps.saveDraft(page, says.draft, says.mayGrow);
  if (observation && (kept === 'draft' || kept === 'unchanged'))
    await deps.learn(page, observation);
  return kept;
}

async function drop(
  page: Fetched,
  deps: ParseDeps,
  reason: Reason,
  wasRead = false,
): Promise<Reason> {
  await deps.drop(page, reason, wasRead);
  return reason;
}
