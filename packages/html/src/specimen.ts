/**
 * One object of each kind that is made for a page, until the next page's. The heap is mostly collected between two pages, and with
 * the last object of a kind dies the code that was compiled for it: half of what was thrown away stays for one that is kept.
 */
const kept = new Map<string, unknown>();

/** Keeps `object` as the last of its kind, and gives it back. */
export function keepSpecimen<T>(kind: string, object: T): T {
  kept.set(kind, object);
  return object;
}
