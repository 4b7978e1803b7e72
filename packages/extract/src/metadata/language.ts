import type { LdMain } from './json-ld/ld-article.ts';
import { asText } from './json-ld/ld-values.ts';
import type { Scan } from './scan.ts';

/** A plain BCP 47 tag: language, perhaps script, perhaps region. */
const TAG = /^[a-z]{2,3}(?:[-_](?:[a-z]{4}|[a-z]{2}|\d{3})){0,2}$/i;

const NAMES = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });

/** False for two letters that are no language's (`xx`), as templates leave them. */
function isLanguage(tag: string): boolean {
  const [language = ''] = tag.split(/[-_]/);
  return language.length !== 2 || NAMES.of(language) !== undefined;
}

/**
 * The language the page declares, as a BCP 47 tag in canonical case; null when it declares none.
 * What speaks of the article comes before what speaks of the template.
 */
export function readLanguage(scan: Scan, main: LdMain | null, hint: string | null): string | null {
  const declared = [
    asText(main?.node['inLanguage']),
    scan.language,
    ...[
      'og:locale',
      'content-language',
      'language',
      'dc.language',
      'dcterms.language',
      'inlanguage',
    ].map((name) => scan.metas.get(name)?.[0]),
    hint,
  ];
  for (const value of declared) {
    const tag = value?.trim().split(/[,;]/)[0] ?? '';
    if (TAG.test(tag) && isLanguage(tag)) return canonicalTag(tag);
  }
  return null;
}

/** `ar`, `Arab`, `MA`: the case RFC 5646 recommends for each part. */
function canonicalTag(tag: string): string {
  return tag
    .split(/[-_]/)
    .map((part, index) => {
      if (index === 0) return part.toLowerCase();
      return part.length === 4
        ? part[0]?.toUpperCase() + part.slice(1).toLowerCase()
        : part.toUpperCase();
    })
    .join('-');
}
