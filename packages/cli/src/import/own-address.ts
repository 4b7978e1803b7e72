import { canonicalAddress } from '@nashra/address';

/** Heads are short. */
const MAX_BYTES = 200_000;
/** As browsers note it above pages that they save. */
const SAVED_FROM = /<!--\s*saved from url=\(\d+\)(\S+)\s*-->/i;
const TAG = /<(link|meta)\b((?:[^>"']|"[^"]*"|'[^']*')*)>/gi;
const ATTRIBUTE = /([a-z][\w:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;

/** The address that a page which lies in a file says it has: of where it was saved from, canonical, `og:url`. */
export function ownAddress(bytes: Buffer): string | null {
  const text = bytes.toString('utf8', 0, MAX_BYTES);
  const named = { canonical: '', og: '' };
  for (const [, tag = '', written = ''] of text.matchAll(TAG)) {
    const of = attributesOf(written);
    if (tag.toLowerCase() === 'link') {
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

function attributesOf(written: string): Record<string, string> {
  const attributes: Record<string, string> = Object.create(null);
  for (const [, name = '', ...values] of written.matchAll(ATTRIBUTE)) {
    const value = values.find((it) => it !== undefined) ?? '';
    attributes[name.toLowerCase()] ??= value.replaceAll('&amp;', '&').trim();
  }
  return attributes;
}
