/** Enough for a closing tag and the comments that caches and themes put behind it. */
const TAIL = 4_096;
const COMMENTS = /(?:<!--(?:(?!-->)[\s\S])*-->|\s)+$/;
const LAST_TAG = /<\/(?:html|rss|feed|rdf:rdf|urlset|sitemapindex|opml|channel)\s*>$/i;

/** Whether a document's own end is there: the last tag of a page, a feed, a sitemap, or a JSON text that can be read. */
export function isComplete(bytes: Buffer): boolean {
  // Of UTF-16 every second byte is nothing.
  const tail = bytes.toString('latin1', Math.max(0, bytes.length - TAIL)).replaceAll('\0', '');
  const end = tail.replace(COMMENTS, '');
  if (LAST_TAG.test(end)) return true;
  return /[}\]]$/.test(end) && isJson(bytes);
}

function isJson(bytes: Buffer): boolean {
  try {
    JSON.parse(bytes.toString('utf8').replace(/^\ufeff/, ''));
    return true;
  } catch {
    return false;
  }
}
