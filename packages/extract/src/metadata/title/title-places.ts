import type { TitleSources } from './title-line.ts';
import { headlineKey } from './title-text.ts';

/** Where a page gives itself a title. */
export type TitlePlace = 'heading' | 'og' | 'json-ld' | 'document' | 'twitter';

/** The places that give the title just so; the document's own title may go on after it, or begin before it. */
export function titlePlaces(sources: TitleSources, title: string): TitlePlace[] {
  const key = headlineKey(title);
  if (key === '') return [];
  const places: TitlePlace[] = [];
  if (sources.headings.some((text) => headlineKey(text) === key)) places.push('heading');
  if (headlineKey(sources.openGraph) === key) places.push('og');
  if (headlineKey(sources.jsonLd) === key) places.push('json-ld');
  const document = headlineKey(sources.document);
  if (document.startsWith(key) || document.endsWith(key)) places.push('document');
  if (headlineKey(sources.twitter) === key) places.push('twitter');
  return places;
}
