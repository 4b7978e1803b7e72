export { canonicalAddress } from './canonical.ts';
export { hostOf } from './host.ts';
export { addressKey, identityOf } from './key.ts';
export { trustedCanonical } from './trusted-canonical.ts';
