import { attributesOf, scanTags } from '@nashra/html';
import { LONGEST_ADDRESS } from './limits.ts';
import { resolveAddress } from './markup/resolve-address.ts';

/** Where a publisher tells of what is new (WebSub), and what it calls the document there. */
export interface NamedHub {
  readonly hub: string;
  readonly topic: string;
}

interface Names {
  readonly hubs: readonly string[];
  readonly self: string | null;
}

const MAX_CHARS = 500_000;
/** RFC 8288, as far as servers write it: `<address>; rel="self hub"`. */
const FIELD_LINK = /<([^<>]*)>((?:\s*;\s*[^\s=;,]+\s*=\s*(?:"[^"]*"|[^\s;,]+))*)/g;
const REL = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,]+))/i;

/**
 * The hub and topic of a document: those of its Link header where that names a hub, else those of the document itself (W3C
 * WebSub §4). The topic is what it says of itself, else its address.
 */
export function hubOf(
  headers: Readonly<Record<string, string>>,
  within: Names,
  url: string,
): NamedHub | null {
  const named = linkNames(headers['link'] ?? '', url);
  const { hubs, self } =
    named.hubs.length > 0 ? { ...named, self: named.self ?? within.self } : within;
  const hub = hubs.find((it) => isWeb(it));
  const topic = self !== null && isWeb(self) ? self : url;
  return hub === undefined || !isWeb(topic) ? null : { hub, topic };
}

/** What an HTML page says of both, in its `link` elements. */
export function htmlHubs(html: string, url: string): Names {
  const hubs: string[] = [];
  let self: string | null = null;
  for (const { written } of scanTags(html.slice(0, MAX_CHARS), ['link'])) {
    const of = attributesOf(written);
    const rels = (of['rel'] ?? '').toLowerCase().split(/\s+/);
    const address = resolveAddress(of['href'] ?? '', url);
    if (address === null) continue;
    if (rels.includes('hub')) hubs.push(address);
    if (rels.includes('self')) self ??= address;
  }
  return { hubs, self };
}

function linkNames(field: string, url: string): Names {
  const hubs: string[] = [];
  let self: string | null = null;
  for (const [, href = '', parameters = ''] of field.matchAll(FIELD_LINK)) {
    const [, quoted, bare] = REL.exec(parameters) ?? [];
    const rels = (quoted ?? bare ?? '').toLowerCase().split(/\s+/);
    const address = resolveAddress(href, url);
    if (address === null) continue;
    if (rels.includes('hub')) hubs.push(address);
    if (rels.includes('self')) self ??= address;
  }
  return { hubs, self };
}

function isWeb(address: string): boolean {
  return (
    address.length <= LONGEST_ADDRESS && /^https?:\/\//i.test(address) && URL.canParse(address)
  );
}
