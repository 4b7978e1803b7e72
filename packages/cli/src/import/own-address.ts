import { canonicalAddress } from '@nashra/address';
import { attributesOf, scanTags } from '@nashra/html';

/** Heads are short. */
const MAX_BYTES = 200_000;
/** As browsers note it above pages that they save. */
const SAVED_FROM = /<!--\s*saved from url=\(\d+\)(\S+)\s*-->/i;

/** The address that a page which lies in a file says it has: of where it was saved from, canonical, `og:url`. */
export function ownAddress(bytes: Buffer): string | null {
  const text = bytes.toString('utf8', 0, MAX_BYTES);
  const named = { canonical: '', og: '' };
  for (const { name, written } of scanTags(text, ['link', 'meta'])) {
    const of = attributesOf(written);
    if (name === 'link') {
      if (/(?:^|\s)canonical(?:\s|$)/i.test(of['rel'] ?? '')) named.canonical ||= of['href'] ?? '';
    } else if (/^og:url$/i.test(of['property'] ?? of['name'] ?? ''))
      named.og ||= of['content'] ?? '';
  }
  const saved = SAVED_FROM.exec(text)?.[1] ?? '';
  for (const address of [saved, named.canonical, named.og]) {
    const canonical = address === '' ? null : canonicalAddress(address);
    if (canonical !== null) return canonical;
  }
  return null;
}
