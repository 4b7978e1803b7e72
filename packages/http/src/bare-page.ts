/** A page of more words is one that somebody reads, whatever else stands in it. */
const FEW_WORDS = 90;

/** What stands beside the words for people, or one of the words: a tag or an entity ends a word as a blank does. */
const PIECE =
  /<(script|style|noscript|template|svg)\b[\s\S]*?(?:<\/\1\s*>|$)|<!--[\s\S]*?(?:-->|$)|<[^>]*(?:>|$)|&[a-z#0-9]+;|((?:[^<&\s]|&(?![a-z#0-9]+;))+)/gi;

/** Hardly a word for people. Most pages have their first words early, and nothing of what follows is looked at. */
export function isBare(page: string): boolean {
  let words = 0;
  for (const [, , word] of page.matchAll(PIECE)) {
    if (word === undefined || !/[A-Za-z\x80-\xff]/.test(word)) continue;
    words += 1;
    if (words >= FEW_WORDS) return false;
  }
  return true;
}

/** Whether bytes read as Latin-1 are a page, by what they are called or else begin with. */
export function isMarkup(contentType: string | undefined, page: string): boolean {
  if (contentType !== undefined && /xml|json|rss|atom|plain/i.test(contentType)) {
    return /^\s*<!doctype html|^\s*<html/i.test(page);
  }
  return page.includes('<');
}
