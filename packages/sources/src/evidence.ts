import type { Omission } from './completeness/omissions.ts';
import type { FeedHealth } from './health.ts';

/** What speaks for a health that polls answer and somebody may still have to look at; null for other health. */
export function evidenceOf(feed: {
  readonly health: FeedHealth;
  readonly lastEntryAt: Date | null;
  readonly entriesPerDay: number | null;
  readonly entriesSeen: number;
  readonly overflows: number;
  readonly overflowAt: Date | null;
  readonly heirs: readonly { readonly address: string }[];
  readonly omissions: readonly Pick<Omission, 'kind' | 'evidence'>[];
}): string | null {
  const [heir] = feed.heirs;
  if (heir && (feed.health === 'failing' || feed.health === 'shaky')) {
    return `its front page names ${heir.address}; "nashra sources adopt" takes it`;
  }
  if (feed.health === 'incomplete') {
    return feed.omissions.map(({ kind, evidence }) => `${kind}: ${evidence}`).join('; ');
  }
  if (feed.health === 'overflowing') {
    const times = feed.overflows === 1 ? 'once' : `${feed.overflows} times`;
    return `all it showed was new at ${timeOf(feed.overflowAt)}, ${times} so far; it shows ${feed.entriesSeen}`;
  }
  if (feed.health === 'silent') {
    const usual = feed.entriesPerDay === null ? '' : `, of ${feed.entriesPerDay.toFixed(1)} a day`;
    return `nothing new since ${timeOf(feed.lastEntryAt)}${usual}`;
  }
  return null;
}

function timeOf(at: Date | null): string {
  return at === null ? 'it is known' : `${at.toISOString().slice(0, 16)}Z`;
}
