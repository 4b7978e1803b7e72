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

/** Adds the places of a page. */
export function addFrame({ pages, rows }: Frame, places: Int32Array): Frame {
  const known = new Map<number, [pages: number, rank: number]>();
  const share = pages >= HALVING ? 0.5 : 1;
  for (let at = 0; at < rows.length; at += ROW) {
    known.set(rows[at] as number, [share * (rows[at + 1] as number), rows[at + 2] as number]);
  }
  for (const [at, place] of places.entries()) {
    const rank = at / places.length;
    const [n, mean] = known.get(place) ?? [0, rank];
    known.set(place, [n + 1, mean + (rank - mean) / (n + 1)]);
  }
  const kept = [...known]
    .sort(([hashA, [a]], [hashB, [b]]) => b - a || hashA - hashB)
    .slice(0, MOST_PLACES)
    .flatMap(([hash, [n, rank]]) => [hash, n, Math.round(rank * 1e4) / 1e4]);
  return { pages: share * pages + 1, rows: kept };
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
