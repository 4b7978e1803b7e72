const INVISIBLE = /^[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+/;
const ANCHOR = /<a\s[^<>]{0,2000}?href\s*=\s*["']?([^"'<>\s]+)/i;
/** A template put a scheme before a whole address: the address is what follows. */
const DOUBLED = /^(?:https?(?::\/*|\/\/))+(?=https?:\/\/)/i;
/** Or its site's address, `https://a.examplehttps://a.example/1`. */
const PREFIXED = /^https?:\/\/([^/?#:]{1,253}?)\/{0,2}(?=(https?:\/\/[^/?#:]{1,253}))/i;

/** An address as it was meant, where a template wrote something too many before it or an element around it. */
export function mendAddress(written: string): string {
  let address = written.trim().replace(INVISIBLE, '');
  if (address.startsWith('<')) address = ANCHOR.exec(address)?.[1] ?? address;
  if (address.includes('&')) address = address.replace(/&(?:amp|#0*38);/gi, '&');
  if (!/^http.+http/is.test(address.slice(0, 600))) return address;
  address = address.replace(DOUBLED, '');
  const [prefix = '', site, again] = PREFIXED.exec(address) ?? [];
  const isSame = site !== undefined && again?.toLowerCase().endsWith(`//${site.toLowerCase()}`);
  return isSame ? address.slice(prefix.length) : address;
}
