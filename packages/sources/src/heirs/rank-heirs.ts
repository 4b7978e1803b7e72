import { addressKey, canonicalAddress } from '@nashra/address';
import type { Heir } from '@nashra/db';

/** A feed that answers no more. */
export interface DeadFeed {
  readonly address: string;
  readonly title: string | null;
}

/** A person looks at a few. */
const MOST_HEIRS = 5;
const MAX_LENGTH = 2_000;
/** Words that every feed's address has, and tell nothing of what it lists. */
const COMMON = new Set(
  'feed feeds rss rss2 atom xml index php www json rdf fil flux home all main new news old latest default full articles posts public en fr ar'.split(
    ' ',
  ),
);

/**
 * Of the feeds that a site's front page names those that may have taken the place of a dead one, the likeliest first: what is
 * called alike and lies alike, sections for sections, the whole for the whole.
 *
 * @param known keys, hexadecimal, of feeds that are polled already
 */
export function rankHeirs(
  dead: DeadFeed,
  named: readonly Heir[],
  known: ReadonlySet<string>,
): Heir[] {
  const own = addressKey(canonicalAddress(dead.address) ?? dead.address).toString('hex');
  const found = new Map<string, { heir: Heir; score: number }>();
  for (const [place, it] of named.entries()) {
    const address = canonicalAddress(it.address);
    if (address === null || address.length > MAX_LENGTH) continue;
    const key = addressKey(address).toString('hex');
    if (key === own || known.has(key) || found.has(key)) continue;
    const heir = { address, title: it.title };
    // Of two that are equally likely the one that the page names first.
    found.set(key, { heir, score: likeness(dead, heir) - place / 1_000 });
  }
  return [...found.values()]
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST_HEIRS)
    .map(({ heir }) => heir);
}

function likeness(dead: DeadFeed, heir: Heir): number {
  const inTitle =
    dead.title === null || heir.title === null ? 0 : overlap(words(dead.title), words(heir.title));
  return 2 * overlap(wordsOf(dead.address), wordsOf(heir.address)) + inTitle;
}

/** Of both without words, all; of one without, none. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const both = [...a].filter((word) => b.has(word)).length;
  const either = a.size + b.size - both;
  return either === 0 ? 1 : both / either;
}

function wordsOf(address: string): Set<string> {
  const { pathname, search } = new URL(address);
  return words(`${pathname} ${search}`.replace(/%[0-9a-f]{2}/gi, ' '));
}

function words(text: string): Set<string> {
  return new Set(
    text
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== '' && !COMMON.has(word)),
  );
}
