import { z } from 'zod';

/** Addresses of one job at the most. */
const MOST_ADDRESSES = 50;

const addressId = z.int().positive();

/**
 * What every stage is told: which rows of the ledger to work on, one or several that go on together. Bytes and drafts
 * stay in their stores, so a waiting job costs Redis some hundred bytes whatever the pages weigh.
 */
export const addressReference = z.union([
  // A suspect was in the hand of a worker that died, among others.
  z.object({ addressId, suspect: z.boolean().optional() }),
  z.object({ addressIds: z.array(addressId).min(1).max(MOST_ADDRESSES) }),
]);

export type AddressReference = z.output<typeof addressReference>;

export function addressIdsOf(reference: AddressReference): readonly number[] {
  return 'addressId' in reference ? [reference.addressId] : reference.addressIds;
}

/** Of one address; several are nobody's twin, since any of them may come again in other company. */
export const keyOfReference = (reference: AddressReference): string | null =>
  'addressId' in reference ? String(reference.addressId) : null;
