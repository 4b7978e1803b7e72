export { type AddressReference, addressReference, keyOfReference } from './address-reference.ts';
export { defineQueue, type PayloadOf, type QueueContract } from './define-queue.ts';
