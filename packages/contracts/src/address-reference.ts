import { z } from 'zod';

/**
 * What every stage is told: which row of the ledger to work on. Bytes and drafts stay in their
 * stores, so a waiting job costs Redis some hundred bytes whatever the page weighs.
 */
export const addressReference = z.object({ addressId: z.int().positive() });

export type AddressReference = z.output<typeof addressReference>;

export const keyOfReference = ({ addressId }: AddressReference): string => String(addressId);
