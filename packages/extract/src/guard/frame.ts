/**
 * The template of a publisher's pages: rows of three (place by hash, pages that had it, its mean rank from 0 to 1), the
 * commonest first. Flat, since a process holds hundreds.
 */
export interface Frame {
  readonly pages: number;
  readonly rows: readonly number[];
}

export const NO_FRAME: Frame = { pages: 0, rows: [] };

const ROW = 3;
const MOST_PLACES = 200;
/** Of all pages, that a place must be on to be the template's. */
const COMMON = 0.85;
const HALVING = 200;
/** Below these a frame says nothing. */
const FEW_PLACES = 4;

/** Adds the places of a page. Columns side by side, since every page that is read comes by here. */
export function addFrame({ pages, rows }: Frame, places: Int32Array): Frame {
  const most = rows.length / ROW + places.length;
  const hashes = new Int32Array(most);
  const counts = new Float64Array(most);
  const ranks = new Float64Array(most);
  const indexOf = new Map<number, number>();
  const share = pages >= HALVING ? 0.5 : 1;
  let size = 0;
  for (let at = 0; at < rows.length; at += ROW, size++) {
    hashes[size] = rows[at] as number;
    counts[size] = share * (rows[at + 1] as number);
    ranks[size] = rows[at + 2] as number;
    indexOf.set(hashes[size] as number, size);
  }
  for (let at = 0; at < places.length; at++) {
    const rank = at / places.length;
    const place = places[at] as number;
    let index = indexOf.get(place);
    if (index === undefined) {
      index = size++;
      hashes[index] = place;
      ranks[index] = rank;
      indexOf.set(place, index);
    }
    const count = (counts[index] as number) + 1;
    counts[index] = count;
    ranks[index] = (ranks[index] as number) + (rank - (ranks[index] as number)) / count;
  }
  return { pages: share * pages + 1, rows: commonest({ hashes, counts, ranks, size }) };
}

interface Columns {
  readonly hashes: Int32Array;
  readonly counts: Float64Array;
  readonly ranks: Float64Array;
  readonly size: number;
}

function commonest({ hashes, counts, ranks, size }: Columns): number[] {
  const order = new Uint32Array(size).map((_, at) => at);
  order.sort(
    (a, b) =>
      (counts[b] as number) - (counts[a] as number) ||
      (hashes[a] as number) - (hashes[b] as number),
  );
  const rows: number[] = [];
  for (const index of order.subarray(0, MOST_PLACES)) {
    const rank = Math.round((ranks[index] as number) * 1e4) / 1e4;
    rows.push(hashes[index] as number, counts[index] as number, rank);
  }
  return rows;
}

/** How much of the usual template a page has, and which share of the pairs of its places stand the other way round. */
export function compareFrame(
  { pages, rows }: Frame,
  places: Int32Array,
): { readonly kept: number; readonly swapped: number } | null {
  const at = new Map<number, number>();
  for (const [index, place] of places.entries()) at.set(place, index);
  const found: { readonly rank: number; readonly at: number }[] = [];
  let common = 0;
  for (let row = 0; row < rows.length; row += ROW) {
    if ((rows[row + 1] as number) < COMMON * pages) break;
    common++;
    const index = at.get(rows[row] as number);
    if (index !== undefined) found.push({ rank: rows[row + 2] as number, at: index });
  }
  if (common < FEW_PLACES) return null;
  found.sort((a, b) => a.rank - b.rank);
  let swaps = 0;
  for (let i = 0; i < found.length; i++) {
    for (let j = i + 1; j < found.length; j++) {
      if ((found[i] as { at: number }).at > (found[j] as { at: number }).at) swaps++;
    }
  }
  const pairs = (found.length * (found.length - 1)) / 2;
  return { kept: found.length / common, swapped: pairs === 0 ? 0 : swaps / pairs };
}
