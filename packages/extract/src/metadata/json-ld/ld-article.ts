import { asArray, asText, asUrl, typesOf } from './ld-values.ts';
import type { LdNode, LinkedData } from './linked-data.ts';

/** The object that describes the page's main content, with what kind of thing it claims to be. */
export interface LdMain {
  readonly node: LdNode;
  readonly kind: 'article' | 'video' | 'gallery' | 'page';
}

const ARTICLES = new Set([
  'article',
  'newsarticle',
  'reportagenewsarticle',
  'analysisnewsarticle',
  'opinionnewsarticle',
  'backgroundnewsarticle',
  'reviewnewsarticle',
  'askpublicnewsarticle',
  'advertisercontentarticle',
  'satiricalarticle',
  'scholarlyarticle',
  'techarticle',
  'report',
  'blogposting',
  'liveblogposting',
  'socialmediaposting',
  'discussionforumposting',
  'claimreview',
]);
const VIDEOS = new Set(['videoobject', 'audioobject', 'podcastepisode', 'episode', 'tvepisode']);
const GALLERIES = new Set(['imagegallery', 'mediagallery']);
const PAGES = new Set([
  'webpage',
  'itempage',
  'recipe',
  'review',
  'creativework',
  'event',
  'howto',
]);

const RANK = { article: 8, gallery: 3, video: 2, page: 1 } as const;

/** The kind of main content an object describes, null for furniture (sites, breadcrumbs, …). */
export function kindOf(node: LdNode): LdMain['kind'] | null {
  const types = typesOf(node);
  if (types.some((type) => ARTICLES.has(type))) return 'article';
  if (types.some((type) => GALLERIES.has(type))) return 'gallery';
  if (types.some((type) => VIDEOS.has(type))) return 'video';
  return types.some((type) => PAGES.has(type)) ? 'page' : null;
}

/**
 * Picks the object that is about this page. A page may describe its neighbours too, so one that
 * names the page's own address or title wins over one that merely stands first.
 * @param isThisPage tells whether an address found in an object is the page's own
 * @param isTitle tells whether a headline is one of the titles the page shows
 * @param isForeign tells whether a headline has nothing of any of them
 */
export function chooseMain(
  data: LinkedData,
  isThisPage: (url: string) => boolean,
  isTitle: (headline: string) => boolean,
  isForeign: (headline: string) => boolean = () => false,
): LdMain | null {
  let best: LdMain | null = null;
  let bestScore = 0;
  for (const node of data.nodes) {
    const kind = kindOf(node);
    if (kind === null) continue;
    let score: number = RANK[kind];
    const addresses = addressesOf(node);
    const headline = asText(node['headline'] ?? node['name']);
    const isOwn = addresses.some(isThisPage);
    // A teaser's: it lies elsewhere, and tells of something else; a film needs no address.
    const isElsewhere = kind === 'video' || addresses.some((it) => /^https?:/i.test(it));
    if (!isOwn && isElsewhere && isForeign(headline)) continue;
    if (isOwn) score += 4;
    if (isTitle(headline)) score += 4;
    if (node['datePublished'] !== undefined) score += 1;
    if (node['author'] !== undefined) score += 0.5;
    if (score > bestScore) {
      best = { node, kind };
      bestScore = score;
    }
  }
  return best;
}

function addressesOf(node: LdNode): string[] {
  return [node['mainEntityOfPage'], node['url'], node['@id']]
    .flatMap(asArray)
    .map(asUrl)
    .filter((url) => url !== '');
}
