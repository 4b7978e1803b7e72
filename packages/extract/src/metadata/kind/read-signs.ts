import { TAG } from '@nashra/html';
import type { PageSigns } from '../../types.ts';
import type { LdMain } from '../json-ld/ld-article.ts';
import { asArray, typesOf } from '../json-ld/ld-values.ts';
import type { LdNode, LinkedData } from '../json-ld/linked-data.ts';
import type { Scan } from '../scan.ts';

const LISTS = new Set(['collectionpage', 'searchresultspage', 'itemlist', 'blog', 'categorypage']);

/**
 * Gathers the signs of a page's kind.
 * @param headlineTag the tag of the element that shows the title, null without one
 */
export function readSigns(
  scan: Scan,
  data: LinkedData,
  main: LdMain | null,
  headlineTag: number | null,
): PageSigns {
  const { counts } = scan;
  return {
    declared: declaredKind(scan, data, main),
    links: counts.links,
    headingLinks: counts.headingLinks,
    paragraphs: counts.paragraphs,
    articleElements: counts.articles,
    images: counts.images,
    videos: counts.videos,
    hasHeadline: headlineTag !== null,
    isLesserHeadline: headlineTag !== null && headlineTag !== TAG.h1,
    forms: counts.forms,
    controls: counts.controls,
    times: counts.times,
    mainHeadings: scan.headings.length,
    subheadings: scan.subheadings.length,
    types: typesIn(data),
    ogType: scan.metas.get('og:type')?.[0]?.trim().toLowerCase() ?? '',
  };
}

const MOST_TYPES = 20;

function typesIn(data: LinkedData): string[] {
  const types = new Set<string>();
  for (const node of data.nodes) {
    for (const type of typesOf(node)) types.add(type);
    if (types.size >= MOST_TYPES) break;
  }
  return [...types];
}

function declaredKind(scan: Scan, data: LinkedData, main: LdMain | null): PageSigns['declared'] {
  const ogType = scan.metas.get('og:type')?.[0]?.toLowerCase() ?? '';
  if (main?.kind === 'article' && !isOneOfMany(data)) return 'article';
  if (data.nodes.some(isList)) return 'listing';
  if (/article|news|blog$|post/.test(ogType)) return 'article';
  if (main?.kind === 'video' || /^video/.test(ogType)) return 'video';
  if (main?.kind === 'gallery') return 'gallery';
  if (scan.metas.has('article:published_time') || scan.props.has('headline')) return 'article';
  return null;
}

/** A page that describes several articles at its top level lists them. */
function isOneOfMany(data: LinkedData): boolean {
  let dated = 0;
  for (const node of data.nodes)
    if (typesOf(node).some((type) => /article|posting$/.test(type))) dated++;
  return dated > 4;
}

function isList(node: LdNode): boolean {
  const types = typesOf(node);
  if (!types.some((type) => LISTS.has(type))) return false;
  if (!types.includes('itemlist')) return true;
  // Menus are item lists too.
  const items = asArray(node['itemListElement']);
  return (
    items.length >= 5 &&
    !items.some((item) => isNode(item) && typesOf(item).includes('sitenavigationelement'))
  );
}

function isNode(value: unknown): value is LdNode {
  return typeof value === 'object' && value !== null;
}
