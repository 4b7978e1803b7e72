/** A template put a scheme before a whole address: the address is what follows. */
const DOUBLED = /^(?:https?(?::\/*|\/\/))+(?=https?:\/\/)/i;
const INVISIBLE = /^[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/;
const ANCHOR = /<a\s[^<>]{0,2000}?href\s*=\s*["']?([^"'<>\s]+)/i;

/** An address as it was meant, where a template wrote a scheme too many or a whole element around it. */
export function mendAddress(written: string): string {
  const address = written.trim().replace(INVISIBLE, '');
  const inside = address.startsWith('<') ? ANCHOR.exec(address)?.[1] : undefined;
  return (inside ?? address).replace(DOUBLED, '');
}
