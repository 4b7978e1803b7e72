import type { LdMain } from '../json-ld/ld-article.ts';
import { asArray, asText } from '../json-ld/ld-values.ts';
import type { Scan } from '../scan.ts';
import type { DateClaim } from './claims.ts';
import type { DateReader } from './date-reader.ts';

const PUBLISHED_METAS = [
  'article:published_time',
  'article:published',
  'article:published:time',
  'datepublished',
  'og:article:published_time',
  'og:published_time',
  'og:pubdate',
  'og:release_date',
  'parsely-pub-date',
  'cxenseparse:recs:publishtime',
  'cxenseparse:publishtime',
  'cxenseparse:recs:published_time',
  'sailthru.date',
  'article_date_original',
  'originalpublicationdate',
  'rnews:datepublished',
  'iso-8601-publish-date',
  'citation_publication_date',
  'publication_date',
  'publish_date',
  'publish-date',
  'publishdate',
  'published_at',
  'published',
  'pubdate',
  'publicationdate',
  'ptime',
  'bt:pubdate',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date.published',
  'article:post_date',
  'article:create_at',
];
/** Names that as often tell the day of a page's last publishing run. */
const VAGUE_METAS = [
  'date',
  'dc.date',
  'dcterms.date',
  'dcterms.created',
  'dc.date.created',
  'dc.created',
  'created',
  'uploaddate',
];
const MODIFIED_METAS = [
  'article:modified_time',
  'article:modified:time',
  'article:modified',
  'datemodified',
  'og:updated_time',
  'article:updated_time',
  'dc.date.modified',
  'dcterms.modified',
  'dc.modified',
  'lastmod',
  'last-modified',
  'last_modified',
  'modified',
  'revised',
  'date.modified',
  'eomportal-lastupdate',
  'cxenseparse:recs:modifiedtime',
];

/** Names that are none of the known ones but say publication all the same. */
const PUBLISHED_NAME =
  /publi\w*[-_.:]?(?:date|time|at|on)|(?:date|time)[-_.:]?publi|pub_?date|issued/;

const MODIFIED_NAME =
  /(?:date|time)[-_.:]?(?:updat|modif)|(?:updat|modif)\w*[-_.:]?(?:date|time|at|on)/;

const KNOWN_METAS = new Set([...PUBLISHED_METAS, ...MODIFIED_METAS]);
const MAX_REMEMBERED = 2_000;
const unknown = new Map<string, DateClaim['what'] | null>();

/** What a name that is none of the known ones says; null for nothing. Sites share most of them. */
function whatUnknown(name: string): DateClaim['what'] | null {
  let what = unknown.get(name);
  if (what === undefined) {
    what = null;
    if (!KNOWN_METAS.has(name)) {
      if (MODIFIED_NAME.test(name)) what = 'modified';
      else if (PUBLISHED_NAME.test(name)) what = 'published';
    }
    if (unknown.size >= MAX_REMEMBERED) unknown.clear();
    unknown.set(name, what);
  }
  return what;
}

/** Unknown names that are read; pages with more are not written by newsrooms. */
const MAX_UNKNOWN = 20;

/** Dates that JSON-LD and meta tags state. */
export function declaredDates(scan: Scan, main: LdMain | null, reader: DateReader): DateClaim[] {
  const claims: DateClaim[] = [];
  const claim = (
    text: string,
    what: DateClaim['what'],
    source: DateClaim['source'],
    rank: number,
  ): void => {
    const date = reader.declared(text);
    if (date !== null) claims.push({ ...date, what, source, rank });
  };
  const under = (key: string): string => asText(asArray(main?.node[key])[0]);
  claim(under('datePublished'), 'published', 'json-ld', 1);
  claim(under('dateModified'), 'modified', 'json-ld', 1);
  PUBLISHED_METAS.forEach((name, index) => {
    for (const value of scan.metas.get(name)?.slice(0, 3) ?? [])
      claim(value, 'published', 'meta', 2 + index / 100);
  });
  MODIFIED_METAS.forEach((name, index) => {
    for (const value of scan.metas.get(name)?.slice(0, 3) ?? [])
      claim(value, 'modified', 'meta', 2 + index / 100);
  });
  VAGUE_METAS.forEach((name, index) => {
    for (const value of scan.metas.get(name)?.slice(0, 3) ?? [])
      claim(value, 'published', 'meta', 4.7 + index / 100);
  });
  let budget = MAX_UNKNOWN;
  for (const [name, values] of scan.metas) {
    const what = whatUnknown(name);
    if (what === null) continue;
    if (budget-- <= 0) break;
    claim(values[0] ?? '', what, 'meta', 3);
  }
  claim(under('dateCreated'), 'published', 'json-ld', 3.5);
  claim(under('uploadDate'), 'published', 'json-ld', 3.5);
  return claims;
}
