import { Draft } from '../draft.ts';
import type { Feed, FeedEntry } from '../feed.ts';
import { FeedDraft } from '../feed-draft.ts';
import { alternate, finishEntry, finishFeed } from '../finish.ts';
import type { ReadContext } from '../read-context.ts';

const ADDRESS = /^https?:\/\/[^\s/?#<>"]+\.[^\s<>"]+$/i;
/** Longer addresses are no sitemap's (sitemaps.org). */
const MAX_CHARS = 2_048;

/** Whether a text is a sitemap of sitemaps.org's plain form: an address a line, and nothing before them. */
export function isTextSitemap(text: string): boolean {
  const first = /\S[^\r\n]{0,2048}/.exec(text)?.[0].trim() ?? '';
  return ADDRESS.test(first);
}

/** Reads one; lines that are no address are passed over and told. */
export function readTextSitemap(
  text: string,
  context: ReadContext,
  encoding: string,
): Omit<Feed, 'warnings'> {
  const entries: FeedEntry[] = [];
  let offset = 0;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const address = line.trim();
    if (entries.length >= context.limits.maxEntries) {
      if (address !== '') context.warnings.add('too-many-entries', offset);
      break;
    }
    if (address.length <= MAX_CHARS && ADDRESS.test(address))
      entries.push(entryAt(address, context));
    else if (address !== '') context.warnings.add('stray-line', offset);
    offset += line.length + 1;
  }
  return finishFeed(new FeedDraft(context), { format: 'sitemap', version: '', encoding }, entries);
}

function entryAt(address: string, context: ReadContext): FeedEntry {
  const draft = new Draft(context);
  draft.id = address;
  draft.links.push(alternate(address));
  return finishEntry(draft);
}
