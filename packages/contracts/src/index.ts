export {
  type AddressReference,
  addressIdsOf,
  addressReference,
  keyOfReference,
} from './address-reference.ts';
export { defineQueue, type PayloadOf, type QueueContract } from './define-queue.ts';
