import { openBlobs } from '@nashra/blobs';
import { type PagePreview, previewReading, type ReadingStores } from '@nashra/reading';
import { readPublisher } from '@nashra/sources';
import { note, oneLine, print } from '../output/print.ts';
import { startProgress } from '../output/progress.ts';
import { table } from '../output/table.ts';
import type { System } from '../system/find-system.ts';

/** What reading some kept pages again would change. */
export interface Preview {
  /** Pages that were read. */
  readonly read: number;
  /** How many of them would change, by field. */
  readonly fields: Readonly<Record<string, number>>;
  /** Those that would. */
  readonly pages: readonly PagePreview[];
}

/** What kept pages are read by. */
export async function storesOf({ db, addresses }: System): Promise<ReadingStores> {
  return {
    db,
    blobs: await openBlobs(addresses.blobs),
    async readPublisher(id: number) {
      const publisher = await readPublisher(db, id);
      if (!publisher) throw new Error(`no publisher ${id}`);
      return publisher;
    },
  };
}

/** Reads them with the extractor of now, beside what their articles say; writes nothing. */
export async function previewAll(system: System, ids: readonly number[]): Promise<Preview> {
  const stores = await storesOf(system);
  using progress = startProgress('reading', ids.length);
  const pages: PagePreview[] = [];
  const fields: Record<string, number> = {};
  let read = 0;
  for await (const page of previewReading(stores, ids)) {
    read += 1;
    progress.add(1);
    if (page.changes.length === 0) continue;
    pages.push(page);
    for (const { field } of page.changes) fields[field] = (fields[field] ?? 0) + 1;
  }
  return { read, fields, pages };
}

const PAGES_SHOWN = 10;

export function printPreview({ read, fields, pages }: Preview, changed = pages.length): void {
  for (const { address, changes } of pages.slice(0, PAGES_SHOWN)) {
    print(oneLine(address));
    print(
      table(
        changes.flatMap(({ field, before, after, alike }) => [
          ['', field, '−', oneLine(before, 100)],
          ['', alike > 0 ? `${Math.round(alike * 100)} % alike` : '', '+', oneLine(after, 100)],
        ]),
      ),
    );
  }
  if (changed > PAGES_SHOWN) note(`… and ${changed - PAGES_SHOWN} more`);
  note('');
  note(`${changed} of ${read} pages that were read would change:`);
  const sorted = Object.entries(fields).sort(([, a], [, b]) => b - a);
  note(table(sorted.map(([field, n]) => [field, n])));
}
