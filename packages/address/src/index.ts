export { canonicalAddress } from './canonical.ts';
export { hostOf } from './host.ts';
export { addressKey, identityOf, type PageName, pageName } from './key.ts';
export { trustedCanonical } from './trusted-canonical.ts';
