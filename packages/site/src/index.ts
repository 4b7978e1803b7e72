export { cleaned, TooDeepError } from './cleaned.ts';
export { type Direction, directionOf } from './direction.ts';
export { hasNul } from './has-nul.ts';
export { type Child, Html, html } from './html.ts';
export { networkOf } from './network-of.ts';
export { type ApiEndpoint, openApi } from './open-api.ts';
export { type OriginFields, type OwnHosts, ownHosts } from './own-hosts.ts';
export { isSameText } from './same-text.ts';
export { telling, told } from './told.ts';
