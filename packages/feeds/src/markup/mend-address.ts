import { decodeReferences } from '../xml/entities.ts';

const INVISIBLE = '[\\s\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff]';
const BEFORE = new RegExp(`^(?:${INVISIBLE}|["'])+`);
const BEHIND = new RegExp(`(?:${INVISIBLE}|["'])$`);
const ANCHOR = /<a\s[^<>]{0,2000}?href\s*=\s*["']?([^"'<>\s]+)/i;
const TAG = /<\/?[a-z][a-z0-9]*(?:[\s/][^<>]{0,1000})?>|^<|>$/gi;
/** `https//a.example`, `http:/a.example/`, `http:///a.example`, `https: //a.example`, `https;//a.example`: only what names a host behind it. */
const MAIMED =
  /^(https?)(?:\/\/|:\/(?=[^/\s]+\.[a-z]{2,}\/)|:\/{3,9}|\s{0,9}[:;]{1,3}\s{0,9}\/\/)(?=[^/\s]+\.)/i;
/** `htps://`, `ttps://`, `hhttp://`: a letter too few or too many. */
const MISSPELT = /^h{0,2}t{1,3}p(s?)s?(?=:\/\/[^/\s]+\.)/i;
/** `feed://a.example/1`: how readers were told to take it. */
const FOR_READERS = /^feed:\/\/(?=[^/\s]+\.)/i;
/** `URL: https://a.example/1`, `[Title](https://a.example/1)`, `«https://a.example/1»`: words or signs before the address, and no path of its own. */
const LABELLED = /^[^/?#=]{0,200}?[\s:(<[«‹“„`](https?:\/\/[^\s<>"')\]»›”`]+)/i;
/** `url=https://a.example/1`; behind another name it is a query. */
const ASSIGNED = /^(?:url|href|link)\s{0,3}=\s{0,3}["']?(?=https?:)/i;
/** References to the signs of an address, and those of Chinese and Japanese keyboards. */
const NUMERIC = /&#(?:x[\da-f]{1,6}|\d{1,7});/gi;
const WIDE = /^https?\uff1a(?=[/\uff0f]{2})/i;
/** A template put a scheme before a whole address: the address is what follows. */
const DOUBLED = /^(?:https?(?::\/*|\/\/))+(?=https?:?\/{1,2}[^/])/i;
/** Or its site's address, `https://a.examplehttps://a.example/1`, `https://a.example/ https://a.example/1`. */
const PREFIXED =
  /^https?:\/\/([^/?#:\s]{1,253}?)((?:\/|\s|%20){0,9})(?=(https?:\/\/[^/?#:]{1,253}))/i;

/** Longer ones are no pages, and not worth the search. */
const MAX_CHARS = 8_192;

/** An address as it was meant, where a template wrote something too many around it, or something too few into it. */
export function mendAddress(written: string): string {
  if (written.length > MAX_CHARS) return written;
  let address = written.trim();
  // Quotation marks and brackets that were escaped once too often.
  if (address.startsWith('&')) address = decodeReferences(address);
  address = address.replace(BEFORE, '');
  while (BEHIND.test(address)) address = address.slice(0, -1);
  if (PLAIN.test(address)) return address;
  if (address.startsWith('<')) address = ANCHOR.exec(address)?.[1] ?? address.replace(TAG, '');
  if (address.includes('&')) {
    address = address.replaceAll(/&amp;/gi, '&').replace(NUMERIC, (one) => decodeReferences(one));
  }
  if (WIDE.test(address)) address = address.replaceAll('\uff1a', ':').replaceAll('\uff0f', '/');
  if (/^\\[^\\]/.test(address)) address = address.replaceAll('\\', '/');
  address = withoutSigns(address)
    .replace(ASSIGNED, '')
    .replace(MISSPELT, 'http$1')
    .replace(FOR_READERS, 'http://');
  if (!/^https?/i.test(address)) return LABELLED.exec(address)?.[1] ?? address;
  if (/^https?%3a%2f%2f\S*$/i.test(address)) address = decoded(address);
  // Of JSON, in which a slash may be escaped; then of Windows.
  if (/^https?:\\/i.test(address)) address = address.replaceAll('\\/', '/').replaceAll('\\', '/');
  address = withoutPrefix(address.replace(MAIMED, '$1://')).replace(MAIMED, '$1://');
  // A line break of HTML, or a second address.
  return address.replace(/^([^<]+)<.*$/s, '$1').replace(/^(\S+)\s+https?:.*$/is, '$1');
}

/** Signs of lists, of emphasis, of a path or a name that a whole address was put behind. */
const SIGNS = /^(?:%20|www\.|[+/.,;~_*|-])+(?=https?:\/\/)/i;

function withoutSigns(address: string): string {
  const signs = SIGNS.exec(address)?.[0] ?? '';
  const rest = address.slice(signs.length);
  const last = signs.at(-1) ?? '';
  return /[~_*|]/.test(last) && rest.endsWith(last) ? rest.slice(0, -1) : rest;
}

/** Nothing to mend: one scheme, no escape of HTML. */
const PLAIN = /^https?:\/\/(?!\/)(?:(?!http|[&\\])\S)*$/i;

function withoutPrefix(address: string): string {
  const rest = address.replace(DOUBLED, '');
  const [prefix = '', site, slash, again] = PREFIXED.exec(rest) ?? [];
  if (site === undefined) return rest;
  // Glued to the name, it cannot be a path, whosever it is.
  const isMeant = slash === '' || again?.toLowerCase().endsWith(`//${site.toLowerCase()}`);
  return isMeant ? rest.slice(prefix.length) : rest;
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
