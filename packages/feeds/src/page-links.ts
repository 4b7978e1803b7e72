import { attributesOf, scanTags } from '@nashra/html';
import { LONGEST_ADDRESS } from './limits.ts';
import { resolveAddress } from './markup/resolve-address.ts';

const MAX_CHARS = 2_000_000;
const MOST_LINKS = 400;

/** The addresses of its own site that a page links to, in its order, each where it stands first. */
export function pageLinks(html: string, url: string): string[] {
  const own = URL.parse(url)?.hostname.replace(/^www\./, '');
  let base: string | undefined;
  const found = new Set<string>();
  for (const { name, written } of scanTags(html.slice(0, MAX_CHARS), ['a', 'base'])) {
    const address = resolveAddress(attributesOf(written)['href'] ?? '', base ?? url);
    if (address === null || address.length > LONGEST_ADDRESS) continue;
    if (name === 'base') base ??= address;
    else if (URL.parse(address)?.hostname.replace(/^www\./, '') === own) found.add(address);
    if (found.size >= MOST_LINKS) break;
  }
  return [...found];
}
