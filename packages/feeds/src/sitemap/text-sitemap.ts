import type { Feed, FeedEntry } from '../feed.ts';
import { FeedDraft } from '../feed-draft.ts';
import { alternate, finishEntry, finishFeed } from '../finish.ts';
import type { ReadContext } from '../read-context.ts';
import { Spoken } from '../spoken.ts';

const ADDRESS = /^https?:\/\/[^\s/?#<>"]+\.[^\s<>"]+$/i;
/** Longer addresses are no sitemap's (sitemaps.org). */
const MAX_CHARS = 2_048;

/** Lines looked at before it is settled what a text is. */
const MAX_SAMPLE = 100;

/** Whether a text is a sitemap of sitemaps.org's plain form: an address a line, and little else. */
export function isTextSitemap(text: string): boolean {
  const start = text.search(/\S/);
  if (!/^(?:https?:|#)/i.test(text.slice(start, start + 6))) return false;
  const lines = text
    .slice(start, start + MAX_SAMPLE * MAX_CHARS)
    .split(/[\r\n]+/, MAX_SAMPLE)
    .filter((line) => line.trim() !== '' && !isComment(line));
  const addresses = lines.filter((line) => ADDRESS.test(line.trim()));
  return addresses.length * 2 > lines.length;
}

const isComment = (line: string) => line.trimStart().startsWith('#');

/** Reads one; lines that are no address are passed over and told. */
export function readTextSitemap(
  text: string,
  context: ReadContext,
  encoding: string,
): Omit<Feed, 'warnings'> {
  const entries: FeedEntry[] = [];
  let offset = 0;
  for (const line of text.split(/\r\n|\r|\n/)) {
    // As the XML form has it.
    const address = line.trim().replaceAll('&amp;', '&');
    if (entries.length >= context.limits.maxEntries) {
      if (address !== '') context.warnings.add('too-many-entries', offset);
      break;
    }
    if (address.length <= MAX_CHARS && ADDRESS.test(address))
      entries.push(entryAt(address, context));
    else if (address !== '' && !isComment(address)) context.warnings.add('stray-line', offset);
    offset += line.length + 1;
  }
  return finishFeed(new FeedDraft(context), { format: 'sitemap', version: '', encoding }, entries);
}

function entryAt(address: string, context: ReadContext): FeedEntry {
  const draft = new Spoken(context);
  draft.id = address;
  draft.links.push(alternate(address));
  return finishEntry(draft);
}
