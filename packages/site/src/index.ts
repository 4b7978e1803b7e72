export { hasNul } from './has-nul.ts';
export { type Child, Html, html } from './html.ts';
export { networkOf } from './network-of.ts';
export { type OriginFields, type OwnHosts, ownHosts } from './own-hosts.ts';
export { isSameText } from './same-text.ts';
