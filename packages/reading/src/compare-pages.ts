import { countPagesOf, pagesOf } from '@nashra/pipeline';
import { type PagePreview, previewReading, type ReadingStores } from './preview.ts';

/** What reading some kept pages again would change: field by field, and publisher by publisher. */
export interface ReadingReport {
  /** Pages that the filter fits, and those of them that were read. */
  readonly matched: number;
  readonly read: number;
  /** How many of those read would change, by field. */
  readonly fields: Readonly<Record<string, number>>;
  /** Those with changes first. */
  readonly publishers: readonly PublisherReport[];
  /** Those that would change, the first of them. */
  readonly pages: readonly PagePreview[];
  readonly changed: number;
}

export interface PublisherReport {
  /** Slug. */
  readonly publisher: string;
  readonly read: number;
  readonly changed: number;
  readonly fields: Readonly<Record<string, number>>;
}

export interface CompareOptions {
  /** Pages that are read at the most, from all over what the filter fits. */
  readonly pages: number;
  /** Of what the filter fits, only so many of the oldest. */
  readonly most?: number;
  onRead?(): void;
}

/** Pages with changes that a report spells out. */
const SPELT = 50;
/** As a run takes them. */
const MOST = 200_000;

/**
 * Reads some of the pages a filter names with the extractor of now, beside what their articles say; writes nothing.
 *
 * @throws FilterError
 */
export async function comparePages(
  stores: ReadingStores,
  filter: string,
  { pages: wanted, most = MOST, onRead = () => {} }: CompareOptions,
): Promise<ReadingReport> {
  const { db, readPublisher } = stores;
  const all = await countPagesOf(db, filter);
  const ids = wanted > 0 ? await pagesOf(db, filter, Math.min(all, most)) : [];
  const total: Sum = { read: 0, changed: 0, fields: {} };
  const of = new Map<number, Sum>();
  const pages: PagePreview[] = [];
  for await (const page of previewReading(stores, spread(ids, wanted))) {
    const own = of.get(page.publisherId) ?? { read: 0, changed: 0, fields: {} };
    of.set(page.publisherId, own);
    for (const sum of [total, own]) count(sum, page);
    if (page.changes.length > 0 && pages.length < SPELT) pages.push(page);
    onRead();
  }
  const publishers = await Promise.all(
    [...of].map(async ([id, sum]) => ({ publisher: (await readPublisher(id)).slug, ...sum })),
  );
  publishers.sort((a, b) => b.changed - a.changed || b.read - a.read);
  return { matched: all, ...total, publishers, pages };
}

interface Sum {
  read: number;
  changed: number;
  readonly fields: Record<string, number>;
}

function count(sum: Sum, { changes }: PagePreview): void {
  sum.read += 1;
  if (changes.length > 0) sum.changed += 1;
  for (const { field } of changes) sum.fields[field] = (sum.fields[field] ?? 0) + 1;
}

/** So many from all over, not the oldest alone. */
function spread(ids: readonly number[], most: number): number[] {
  const step = Math.max(1, ids.length / Math.max(1, most));
  return Array.from(
    { length: Math.min(most, ids.length) },
    (_, n) => ids[Math.floor(n * step)] ?? 0,
  );
}
