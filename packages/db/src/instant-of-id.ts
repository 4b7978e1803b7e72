const EPOCH_MS = Date.UTC(2020, 0, 1);

/** When a time-ordered id of `nashra.next_id()` was made, to the millisecond. */
export function instantOfId(id: number): Date {
  return new Date(EPOCH_MS + Math.floor(id / 4096));
}
