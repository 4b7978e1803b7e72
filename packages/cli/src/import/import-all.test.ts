import type { Arrived } from '@nashra/pipeline';
import { expect, it } from 'vitest';
import type { Found } from './archive-pages.ts';
import type { Page } from './archived-page.ts';
import { importAll } from './import-all.ts';
import type { Mark } from './state.ts';

/** Each page has something before it that belongs to it. */
async function* pages(from: number): AsyncGenerator<Found<number>> {
  for (let place = from; place < 300; place++) {
    if (place % 2 === 0) yield { place, page: null, leftOut: 'not_an_answer' };
    else {
      const page = { address: String(place), bytes: Buffer.from('x') } as unknown as Page;
      yield { place, page, leftOut: null, isJoined: true };
    }
  }
}

it('goes on from its last mark with the same counts, and never between what belongs together', async () => {
  const taken: string[] = [];
  let calls = 0;
  const taker = {
    async take(held: readonly Page[]): Promise<readonly Arrived[] | null> {
      if (++calls === 3) return null;
      taken.push(...held.map((it) => it.address));
      return held.map(({ address }) => ({
        outcome: address === '1' ? 'known' : 'entered',
        addressId: Number(address),
      }));
    },
  };
  let mark: Mark<number> = {
    place: 0,
    counts: { records: 0, entered: 0, known: 0, leftOut: {} },
    witness: null,
  };
  const keep = (next: Mark<number>) => {
    mark = next;
  };
  const ways = () => ({ mark, keep, note() {} });
  expect(await importAll(pages(0), taker, ways())).toBeNull();
  expect(mark.place % 2).toBe(0);
  expect(mark.witness).toBe(99 + 2 * 50);
  const counts = await importAll(pages(mark.place), taker, ways());
  expect(counts).toEqual({
    records: 300,
    entered: 149,
    known: 1,
    leftOut: { not_an_answer: 150 },
  });
  expect(new Set(taken).size).toBe(150);
  expect(taken).toHaveLength(150);
});
