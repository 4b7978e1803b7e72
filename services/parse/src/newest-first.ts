import type { Lane } from '@nashra/db';

export interface Ordered<Item> {
  readonly items: readonly Item[];
  /** Milliseconds since the epoch, of those whose date tells something. */
  readonly dates: ReadonlyMap<Item, number>;
}

/** All dates the same, but for the time that writing takes, and of this age at the most when they were read: the clock of a tool that stamps what it writes. */
const STAMP_MS = 120_000;
const WRITING_MS = 10_000;
/** A page that changed within this time is news, and not more of one document than so many. */
const NEWS_MS = 2 * 86_400_000;
const MOST_NEWS = 500;

/**
 * A document's parts by their dates, the latest first. Where there is none nobody knows which end is the new one: both
 * ends take turns, so that it comes soon whichever it is.
 */
export function newestFirst<Item>(
  items: readonly Item[],
  dateOf: (item: Item) => string | undefined,
  readAt: Date,
): Ordered<Item> {
  const dates = new Map<Item, number>();
  for (const item of items) {
    const at = Date.parse(dateOf(item) ?? '');
    if (!Number.isNaN(at)) dates.set(item, at);
  }
  if (isStamp([...dates.values()], readAt)) dates.clear();
  const dated = [...dates].sort(([, a], [, b]) => b - a).map(([item]) => item);
  const undated = dates.size < items.length ? items.filter((item) => !dates.has(item)) : [];
  return { items: [...dated, ...fromBothEnds(undated)], dates };
}

/** Lane 0 for what changed lately, as far as that can be believed. */
export function lanesOf<Item>({ items, dates }: Ordered<Item>, readAt: Date): (it: Item) => Lane {
  const isNew = (item: Item) => (dates.get(item) ?? 0) > readAt.getTime() - NEWS_MS;
  const news = new Set(items.slice(0, MOST_NEWS).filter(isNew));
  return (item) => (news.has(item) ? 0 : 1);
}

/** Whether dates are the moment at which they were asked for. They tell nothing of what they stand at. */
export function isStamp(dates: readonly number[], readAt: Date): boolean {
  const [first] = dates;
  if (first === undefined || dates.length < 2) return false;
  const isNow = Math.abs(readAt.getTime() - first) < STAMP_MS;
  return isNow && dates.every((date) => Math.abs(date - first) < WRITING_MS);
}

function fromBothEnds<Item>(items: readonly Item[]): Item[] {
  const turns: Item[] = [];
  for (let [first, last] = [0, items.length - 1]; first <= last; first++, last--) {
    turns.push(items[first] as Item);
    if (first !== last) turns.push(items[last] as Item);
  }
  return turns;
}
