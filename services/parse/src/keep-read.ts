import type { Said } from '@nashra/articles';
import { advance, type Pipeline } from '@nashra/pipeline';
import { endUnchanged } from './end-unchanged.ts';
import type { Kept } from './ports.ts';
import { type DraftedPage, writeDrafts } from './write-drafts.ts';

/** What a page was read to say: by its hash what its own article says, or something else. */
export type ReadPage = Said | DraftedPage;

/**
 * Keeps what pages say and moves their addresses on, all in one transaction; gives what came of each, in their order. Of a page that says what its article said
 * nothing is kept: its flight ends.
 */
export async function keepRead(
  pipeline: Pipeline,
  read: readonly ReadPage[],
  passingMs: number,
): Promise<readonly Kept[]> {
  const otherwise = new Set<number>();
  const steps = await advance(
    pipeline,
    'parse',
    read.map(addressOf),
    async (tx, standing) => {
      const said = read.flatMap((it) => ('page' in it || !standing.has(it.addressId) ? [] : [it]));
      const ended = await endUnchanged(tx, said);
      for (const { addressId } of said) if (!ended.has(addressId)) otherwise.add(addressId);
      const drafted = read.flatMap((it) => ('page' in it ? [it] : []));
      return new Map([...ended, ...(await writeDrafts(tx, standing, drafted, passingMs))]);
    },
    // What is taken back by a crash of the database is read again.
    { durable: false },
  );
  return read.map((it) => {
    const addressId = addressOf(it);
    if (steps.has(addressId)) return 'page' in it ? 'draft' : 'unchanged';
    return otherwise.has(addressId) ? 'otherwise' : 'stale';
  });
}

const addressOf = (read: ReadPage): number =>
  'page' in read ? read.page.addressId : read.addressId;
