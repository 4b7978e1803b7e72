import type { Queryable } from '@nashra/db';
import { failingFeeds } from '@nashra/ledger';
import { isLosing, LATEST, noteOmissions, openOmissions } from '@nashra/sources';

const HOURS = 6;
const LEAST = 6;
const MOST_FEEDS = 200;

/** Writes down of which feeds most of what they showed of late came to nothing, and of which that is over. Returns how many. */
export async function watchLosses(db: Queryable): Promise<number> {
  const failing = await failingFeeds(db, {
    hours: HOURS,
    least: LEAST,
    latest: LATEST,
    limit: MOST_FEEDS,
  });
  const losing = failing.flatMap(({ feedAddressId, reasons }) => {
    const lost = reasons.filter((it) => it !== null);
    return isLosing({ ended: reasons.length, lost: lost.length })
      ? [
          {
            feedAddressId,
            evidence: `${lost.length} of the last ${reasons.length}: ${counted(lost)}`,
          },
        ]
      : [];
  });
  for (const { feedAddressId, evidence } of losing) {
    await noteOmissions(db, feedAddressId, ['lost'], new Map([['lost', evidence]]));
  }
  const known = new Set(losing.map((it) => it.feedAddressId));
  for (const feedAddressId of await openOmissions(db, 'lost')) {
    if (!known.has(feedAddressId)) await noteOmissions(db, feedAddressId, ['lost'], new Map());
  }
  return losing.length;
}

function counted(reasons: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const reason of reasons) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].map(([reason, n]) => `${n} ${reason}`).join(', ');
}
