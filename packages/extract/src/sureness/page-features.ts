import { NODE, TAG, type Tree } from '@nashra/html';
import { addressShape } from '../metadata/kind/address-shape.ts';
import type { BodyFacts, Metadata } from '../types.ts';

/** Three words of Arabic, five of French. */
const MIN_HEADLINE_BYTES = 30;
/** Links can be nested in broken pages, so none is read without an end. */
const MAX_LINK_NODES = 100;

/** What the judges of a page look at besides its text, in order. */
export const PAGE_FEATURES = [
  'declaredArticle', 'declaredListing', 'declaredMedia', 'words', 'headingLinks', 'headlinesInBody',
  'headlinksInBody', 'articles', 'times', 'mainHeadings', 'subheadings', 'addressArticle', 'addressListing', 'addressHome',
  'og:article', 'og:website', 'og:product', 'ld:article', 'ld:types',
  'dated', 'dateTrust', 'signed', 'hasHeadline', 'titleWords', 'titles',
  'forms', 'controls', 'images', 'imagesByWord', 'videos', 'links', 'paragraphs',
  'title:heading', 'title:og', 'title:ld', 'title:document', 'title:places', 'title:chars',
  'authors:place', 'date:precision', 'articleBody', 'description',
  'pathDepth', 'slugWords', 'slugLength', 'digits', 'query', 'extension',
] as const; // biome-ignore format: names read better in lines

/** The page as numbers. */
export function pageFeatures(
  tree: Tree,
  metadata: Metadata,
  body: BodyFacts,
  url: string,
): number[] {
  const shape = addressShape(url);
  const { signs, published, authors, title, titles, places, articleBody, descriptions } = metadata;
  const teasersInBody = countTeasers(tree, body);
  return [
    Number(signs.declared === 'article'),
    Number(signs.declared === 'listing'),
    Number(signs.declared === 'video' || signs.declared === 'gallery'),
    Math.min(1, Math.log1p(body.wordCount) / Math.log(1000)),
    signs.headingLinks,
    teasersInBody.headings,
    teasersInBody.links,
    signs.articleElements,
    signs.times,
    signs.mainHeadings,
    signs.subheadings,
    Number(shape === 'article'),
    Number(shape === 'listing'),
    Number(shape === 'home'),
    Number(/article|news|post/.test(signs.ogType)),
    Number(signs.ogType === 'website'),
    Number(/product|business|place/.test(signs.ogType)),
    Number(signs.types.some((type) => /article|posting$|^report$/.test(type))),
    signs.types.length,
    published === null ? 0 : 1 + DATE_SOURCES.indexOf(published.source),
    published?.confidence ?? 0,
    authors.length,
    Number(signs.hasHeadline),
    title.split(' ').length,
    titles.length,
    signs.forms,
    signs.controls,
    signs.images,
    signs.images / Math.max(20, body.wordCount),
    signs.videos,
    signs.links,
    signs.paragraphs,
    ...TITLE_PLACES.map((place) => Number(places.title.includes(place))),
    places.title.length,
    title.length,
    AUTHOR_PLACES.indexOf(places.authors),
    published === null ? -1 : PRECISIONS.indexOf(published.precision),
    articleBody === '' ? -1 : Math.min(3, body.text.length / articleBody.length),
    descriptions[0]?.length ?? 0,
    ...addressNumbers(url),
  ];
}

const TITLE_PLACES = ['heading', 'og', 'json-ld', 'document'] as const;
const AUTHOR_PLACES = ['none', 'byline', 'marked', 'meta', 'json-ld'];
const PRECISIONS = ['approx', 'day', 'minute', 'second'];
const DATE_SOURCES = ['address', 'visible', 'time', 'meta', 'feed', 'json-ld'];

/** Depth, words and length of the last part, digits, query and ending of an address. */
function addressNumbers(url: string): number[] {
  const parsed = URL.parse(url);
  const parts = (parsed?.pathname ?? '').split('/').filter(Boolean);
  const last = parts.at(-1) ?? '';
  return [
    parts.length,
    last.split(/[-_+]|%20/).filter(Boolean).length,
    Math.min(200, last.length),
    /\d{4,}/.test(last) ? 2 : Number(/\d/.test(parsed?.pathname ?? '')),
    parsed?.searchParams.size ?? 0,
    Number(/\.\w{2,5}$/.test(last)),
  ];
}

/**
 * Linked headings, and links as long as a headline that begin a block, between the first and the
 * last kept block, by kept block: teasers in a row.
 */
function countTeasers(tree: Tree, { nodes }: BodyFacts): { headings: number; links: number } {
  const first = nodes[0];
  const last = nodes.at(-1);
  if (first === undefined || last === undefined) return { headings: 0, links: 0 };
  let headings = 0;
  let links = 0;
  let headingEnd = 0;
  let linkEnd = 0;
  for (let node = first; node < (tree.end[last] as number); node++) {
    const tag = tree.tag[node] as number;
    if (tag === TAG.a) {
      if (node < headingEnd) headings++;
      if (isHeadlink(tree, node)) links++;
      linkEnd = tree.end[node] as number;
    } else if (tag >= TAG.h1 && tag <= TAG.h6) {
      if (node < linkEnd) headings++;
      headingEnd = tree.end[node] as number;
    }
  }
  return {
    headings: Math.min(1, headings / nodes.length),
    links: Math.min(1, links / nodes.length),
  };
}

/** A link that no text stands right before, with text enough for a headline. */
function isHeadlink(tree: Tree, link: number): boolean {
  const before = link - 1;
  if (tree.kind[before] === NODE.text && !tree.isBlank(before)) return false;
  const end = Math.min(tree.end[link] as number, link + MAX_LINK_NODES);
  let size = 0;
  for (let node = link + 1; node < end && size < MIN_HEADLINE_BYTES; node++) {
    if (!tree.isBlank(node)) size += tree.textSize(node);
  }
  return size >= MIN_HEADLINE_BYTES;
}
