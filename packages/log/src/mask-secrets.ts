/** What is read of a text: nobody reads more, and it bounds the time. */
const MAX_TEXT = 64 * 1024;

/**
 * `user:password@` of an address, up to the last @ before its path. A password with a raw slash, which is no valid
 * address and so ends up in messages about it, is told by what follows the colon: no port.
 */
const USERINFO =
  /\b([a-z][a-z\d+.-]{0,30}:\/\/)(?:[^\s/?#"'<>]{1,1000}|[^\s/?#:@[]{0,200}:(?!\d{1,5}(?:[/?#\s"'<>]|$))[^\s"'<>]{1,1000})@/gi;

/** `password=…`, of a query or of a connection string in words. */
const NAMED = /\b(pass(?:word|wd|phrase)?|pwd)=[^\s&"']+/gi;

/** Redis repeats what it does not understand, and before an old one that is our login. */
const REPEATED = /(with args beginning with: ).*/g;

/** The text without what opens a door: logins in addresses, passwords by name, a command that Redis repeats. */
export function maskSecrets(text: string): string {
  return text
    .slice(0, MAX_TEXT)
    .replace(USERINFO, '$1***@')
    .replace(NAMED, '$1=***')
    .replace(REPEATED, '$1***');
}
