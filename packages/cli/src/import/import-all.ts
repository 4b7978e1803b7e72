import type { Found } from './archive-pages.ts';
import type { Page } from './archived-page.ts';
import { type Counts, type Mark, NOTHING } from './state.ts';
import type { Taker } from './taker.ts';

/** Pages that are handed over at one time, and how many bytes they have at the most when one comes too many. */
const TOGETHER = 50;
const TOGETHER_BYTES = 32 * 1_024 * 1_024;
/** Of a damaged archive so many faults are told one by one. */
const MOST_FAULTS = 10;

interface Ways<At> {
  /** Where the pages begin. */
  readonly mark: { readonly counts: Counts | undefined; readonly witness: number | null };
  /** Told whenever all before a place is in the ledger. */
  keep(mark: Mark<At>): void;
  /** Told what is wrong with some of them. */
  note(text: string): void;
}

/** Hands pages over until they end; null when that was interrupted. Every record is entered, known, or left out for a reason. */
export async function importAll<At>(
  found: AsyncIterable<Found<At>>,
  taker: Pick<Taker, 'take'>,
  { mark, keep, note }: Ways<At>,
): Promise<Counts | null> {
  const tally = new Tally(mark.counts ?? NOTHING);
  let { witness } = mark;
  let faults = 0;
  let held: Page[] = [];
  let bytes = 0;
  const flush = async () => {
    const arrived = await taker.take(held);
    if (!arrived) return false;
    for (const { outcome, addressId } of arrived) {
      tally.add(outcome);
      witness = addressId ?? witness;
    }
    held = [];
    bytes = 0;
    return true;
  };
  for await (const { place, page, leftOut, isJoined, fault } of found) {
    const isFull = held.length >= TOGETHER || bytes >= TOGETHER_BYTES;
    if (isFull && !isJoined) {
      if (!(await flush())) return null;
      keep({ place, counts: tally.counts, witness });
    }
    if (leftOut !== null) tally.add(leftOut);
    if (fault !== undefined && faults++ < MOST_FAULTS) note(fault);
    if (page) {
      held.push(page);
      bytes += page.bytes.length;
    }
  }
  if (!(await flush())) return null;
  if (faults > MOST_FAULTS) note(`${faults - MOST_FAULTS} more cannot be read`);
  return tally.counts;
}

class Tally {
  #counts: Counts;

  constructor(counts: Counts) {
    this.#counts = counts;
  }

  get counts(): Counts {
    return this.#counts;
  }

  add(what: string): void {
    const { records, entered, known, leftOut } = this.#counts;
    this.#counts = {
      records: records + 1,
      entered: entered + (what === 'entered' ? 1 : 0),
      known: known + (what === 'known' ? 1 : 0),
      leftOut:
        what === 'entered' || what === 'known'
          ? leftOut
          : { ...leftOut, [what]: (leftOut[what] ?? 0) + 1 },
    };
  }
}
