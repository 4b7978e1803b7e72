import type { Source } from '@nashra/sources';

export const SOURCE_SORTS = ['urgency', 'name', 'yield', 'next', 'failures'] as const;
export type SourceSort = (typeof SOURCE_SORTS)[number];

export interface SourceQuestion {
  readonly health: string;
  readonly q: string;
  readonly sort: SourceSort;
}

/** Those of a health whose name, title or address has the text, in an order; they come by urgency. */
export function pickSources(
  sources: readonly Source[],
  { health, q, sort }: SourceQuestion,
): readonly Source[] {
  const text = q.trim().toLowerCase();
  const found = sources.filter(
    (it) =>
      (health === '' || it.health === health) &&
      (text === '' ||
        [it.name, it.title, it.address, it.publisher].some((field) =>
          field?.toLowerCase().includes(text),
        )),
  );
  if (sort === 'urgency') return found;
  return found.toSorted(ORDERS[sort]);
}

const ORDERS: Readonly<Record<Exclude<SourceSort, 'urgency'>, (a: Source, b: Source) => number>> = {
  name: (a, b) => a.name.localeCompare(b.name),
  yield: (a, b) => (b.entriesPerDay ?? 0) - (a.entriesPerDay ?? 0),
  next: (a, b) => a.nextPollAt.getTime() - b.nextPollAt.getTime(),
  failures: (a, b) => b.failures - a.failures,
};
