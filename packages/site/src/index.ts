export { type Child, Html, html } from './html.ts';
export { networkOf } from './network-of.ts';
export { isOwnOrigin, type OriginFields } from './own-origin.ts';
export { isSameText } from './same-text.ts';
