import type { LdMain } from './json-ld/ld-article.ts';
import { asArray, asText } from './json-ld/ld-values.ts';
import type { Scan } from './scan.ts';
import { plainLine } from './title/title-text.ts';

const MAX_TAGS = 40;

/** Summaries of the page in its head, without repeats. */
export function readDescriptions(scan: Scan, main: LdMain | null): string[] {
  const found = new Set<string>();
  for (const value of [
    asText(main?.node['description']),
    ...['og:description', 'description', 'twitter:description', 'dc.description'].flatMap(
      (name) => scan.metas.get(name) ?? [],
    ),
  ]) {
    const line = plainLine(value);
    if (line !== '') found.add(line);
  }
  return [...found];
}

/** JSON-LD articleBody as plain text with its paragraph breaks, '' when absent. */
export function readArticleBody(main: LdMain | null): string {
  const body = asText(main?.node['articleBody']);
  if (!body.includes('<') && !body.includes('&')) return body.trim();
  return body
    .split(/<\/?(?:p|br|div|li|h\d)\b[^>]{0,200}>|\n/i)
    .map(plainLine)
    .filter((line) => line !== '')
    .join('\n');
}

const TAG_METAS = ['article:tag', 'news_keywords', 'parsely-tags', 'sailthru.tags', 'keywords'];

/** Subject words, from the first place that gives any. */
export function readTags(scan: Scan, main: LdMain | null): string[] {
  const declared = asArray(main?.node['keywords']).map((value) => asText(value));
  const sources = [declared, ...TAG_METAS.map((name) => scan.metas.get(name) ?? [])];
  for (const lines of sources) {
    const tags = new Set(
      lines
        // One entry may be a list; several entries are one each, whatever commas they hold.
        .flatMap((line) => (lines.length > 1 ? line : line.split(/[,،;；、|]/)))
        // «Keyword:Tag» and addresses are labels for machines.
        .map((tag) => plainLine(tag).replace(/^#/, ''))
        .filter((tag) => tag.length > 1 && tag.length < 60 && !/[/_=]|^\w+:\S/.test(tag)),
    );
    if (tags.size > 0) return [...tags].slice(0, MAX_TAGS);
  }
  return [];
}
