export { canonicalAddress } from './canonical.ts';
export { hostOf, siteHost } from './host.ts';
export { addressKey, identityOf, type PageName, pageName } from './key.ts';
export { isListing, looksLikeArticle } from './path.ts';
export { addressPattern, isOfMany } from './pattern.ts';
export { segmentsOf } from './segments.ts';
