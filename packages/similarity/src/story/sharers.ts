import type { Signature } from '../signature/signature.ts';

/** Keys that two texts must share to be compared. */
export const SHARED_KEYS = 2;
/** Of those that share keys with a text so many are looked at: those that share most. */
const MOST_SHARERS = 200;

/** Articles that share enough keys with a text, those that share most first. */
export function sharersOf(
  { keys }: Pick<Signature, 'keys'>,
  ...indices: readonly ReadonlyMap<number, readonly number[]>[]
): number[] {
  const shared = new Map<number, number>();
  for (const key of keys)
    for (const byKey of indices)
      for (const id of byKey.get(key) ?? []) shared.set(id, (shared.get(id) ?? 0) + 1);
  return [...shared]
    .filter(([, count]) => count >= SHARED_KEYS)
    .sort(([a, most], [b, more]) => more - most || a - b)
    .slice(0, MOST_SHARERS)
    .map(([id]) => id);
}
