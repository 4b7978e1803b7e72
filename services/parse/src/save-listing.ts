import type { EntryRule } from '@nashra/db';
import { endingOf, type Reason, type Sighting } from '@nashra/ledger';
import { advanceOne, askForRelease, discover, type Pipeline } from '@nashra/pipeline';
import { notePoll, rulingOn } from '@nashra/sources';
import type { Config } from './config.ts';
import type { Fetched, Listing } from './ports.ts';

/** How long what is known, or came to nothing, is left alone. */
export type Patience = Pick<Config, 'REVISIT_AFTER_MS' | 'UNCONDITIONAL_MS' | 'PASSING_RETRY_MS'>;

/** The validators of a document that came in part, or empty, or is to be read once more: the server would say that it has not changed. */
const NOT_TRUSTED = { etag: null, last_modified: null } as const;

/** Enters what a feed or sitemap showed and ends its flight, together; then asks for the release of what is new. */
export async function saveListing(
  pipeline: Pipeline,
  { addressId, kind, publisher, headers, origin }: Fetched,
  { title, sightings, isWhole: cameWhole, dated, wishes, hub }: Listing,
  { REVISIT_AFTER_MS, UNCONDITIONAL_MS, PASSING_RETRY_MS }: Patience,
): Promise<void> {
  let hosts: readonly string[] = [];
  // A hub may send what is new alone.
  const isPush = origin === 'push';
  const isWhole = cameWhole && !isPush;
  const step = await advanceOne(pipeline, 'parse', addressId, async (tx, { feed }) => {
    const rules = feed?.rules ?? publisher.rules ?? [];
    const discovery = await discover(tx, ruled(sightings, rules), {
      publisherId: publisher.id,
      foundIn: addressId,
      since: feed?.successAt ?? undefined,
      // An empty list is more likely a bad hour than the end of all that was listed.
      isWhole: isWhole && sightings.length > 0,
      revisitAfterMs: REVISIT_AFTER_MS,
      believedMs: UNCONDITIONAL_MS,
    });
    hosts = discovery.hosts;
    if (kind === 'feed') {
      const { added, elsewhere } = discovery;
      const found = { title, seen: sightings.length, added, elsewhere, dated, wishes, hub };
      const poll = isPush
        ? ({ is: 'pushed', added } as const)
        : ({ is: 'read', found, head: headers } as const);
      await notePoll(tx, addressId, poll, feed);
    }
    const isTrusted = isWhole && sightings.length > 0 && discovery.later === 0;
    const isNews = kind === 'feed' || discovery.added + discovery.again > 0;
    return {
      to: 'read',
      reason: isNews ? null : 'nothing_new',
      set: {
        again_ms: kind === 'sitemap' ? PASSING_RETRY_MS : null,
        ...(isTrusted ? {} : NOT_TRUSTED),
      },
    };
  });
  if (step) await askForRelease(pipeline, hosts);
}

/** The same sightings, with what operators do not want marked. */
function ruled(sightings: readonly Sighting[], rules: readonly EntryRule[]): readonly Sighting[] {
  if (rules.length === 0) return sightings;
  return sightings.map((it) => {
    if (it.kind !== 'article') return it;
    const { address, entry, categories = [] } = it;
    const isRuledOut = rulingOn(rules, { address, title: entry?.title ?? '', categories }) !== null;
    return isRuledOut ? { ...it, isRuledOut } : it;
  });
}

/** So often live news whose page was read as something else is looked at again: a notice in its place, a wall, somebody else's network. */
const MOST_DOUBTS = 3;

/** Ends a flight at the parse stage; `wasRead` where what came was a page. */
export async function dropFetched(
  pipeline: Pipeline,
  { addressId, kind, origin, lane, vain }: Fetched,
  { reason, wasRead }: { readonly reason: Reason; readonly wasRead: boolean },
  passingMs: number,
): Promise<void> {
  await advanceOne(pipeline, 'parse', addressId, async (tx, { feed }) => {
    // What a hub sent says nothing of the feed.
    if (kind === 'feed' && origin === 'push') return { to: 'read', reason, set: NOT_TRUSTED };
    if (kind === 'feed') await notePoll(tx, addressId, { is: 'failed', reason }, feed);
    const isClosed = reason === 'not_an_article';
    const isDoubted = isClosed && wasRead && lane === 0 && vain < MOST_DOUBTS;
    const again_ms = endingOf(reason) === 'passing' || isDoubted ? passingMs : null;
    return { to: 'dropped', reason, set: { again_ms } };
  });
}
