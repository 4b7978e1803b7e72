/** What the shape of an address says about the page behind it. */
export type AddressShape = 'home' | 'listing' | 'article' | 'video' | 'gallery' | 'unknown';

const HOME =
  /^\/(?:(?:[a-z]{2}(?:[-_][a-z]{2})?|arabic|english|french|home|accueil|index|default)(?:\.\w{3,5})?\/?)?$/i;
const LISTING =
  /\/(?:tags?|topics?|themes?|themen|thema|categor(?:y|ies|ie|ia|ias)|cat|sections?|rubri(?:que|k|c|ca)s?|archives?|archiv|search|recherche|suche|buscar|page|pages|authors?|autor|auteur|latest|news-list|list|feed|sitemap|الأقسام|قسم|تصنيف|وسم|بحث)\/?(?:[^/]{0,60}\/?)?(?:page\/\d+\/?)?$|\/page\/\d+\/?$/iu;
const ARCHIVE = /^(?:\/[^/]{2,20})?\/(?:19|20)\d\d(?:\/\d\d?){0,2}\/?$/;
const SEARCH = /[?&](?:s|q|query|search|keyword|keywords|recherche|suche|tag|cat|category)=/i;
/** Sections, keywords and writers of SPIP. */
const SPIP_LISTING = /^\?(?:rubrique|mot|auteur)\d+/i;
const PAGED = /[?&](?:page|paged|p_num|offset|start)=\d/i;
const VIDEO = /\/(?:videos?|watch|video-news|tv|mediathek|فيديو)\/(?!$)/iu;
const GALLERY =
  /\/(?:galler(?:y|ies|ie|ia)|galerie|galeria|photos?|diaporamas?|slideshow|bildergalerie|bilder|fotostrecke|fotos|pictures|معرض|صور)\//iu;
const DATED = /\/(?:19|20)\d\d[/-]?(?:\d{1,2}|[a-z]{3})[/-]?(?:\d{1,2})?\//i;

let latest = '';
let latestShape: AddressShape = 'unknown';

/** A post by its number, as WordPress has it; a year is an archive. */
const POSTED = /\/archives\/(?!(?:19|20)\d\d\/?$)\d{2,}\/?$/i;

/** Judges an address by its path and query alone. A page asks for its own more than once. */
export function addressShape(url: string): AddressShape {
  if (url !== latest) {
    latestShape = shapeOf(url);
    latest = url;
  }
  return latestShape;
}

function shapeOf(url: string): AddressShape {
  const parsed = URL.parse(url);
  if (parsed === null) return 'unknown';
  const path = decode(parsed.pathname);
  const { search } = parsed;
  if (HOME.test(path) && !/[?&](?:p|id|ni|article|story|news|nid|aid)=\w/i.test(search))
    return SEARCH.test(search) ? 'listing' : 'home';
  const last = path.split('/').filter(Boolean).at(-1) ?? '';
  const isSlug =
    (last.match(/[-_]/g)?.length ?? 0) >= 4 || (last.length > 40 && /[^\w.]/.test(last));
  const isNumbered =
    /\d{5,}/.test(last) ||
    POSTED.test(path) ||
    /[?&](?:p|id|ni|article|story|news|nid|aid|id_article)=\d+|^\?article\d+/i.test(search);
  if (ARCHIVE.test(path) && search === '') return 'listing';
  if (
    (LISTING.test(path) ||
      SEARCH.test(search) ||
      PAGED.test(search) ||
      SPIP_LISTING.test(search)) &&
    !isNumbered &&
    !isSlug
  )
    return 'listing';
  if (GALLERY.test(path)) return 'gallery';
  if (VIDEO.test(path)) return 'video';
  if (isSlug || isNumbered || DATED.test(path) || /[-_]\d{4,}/.test(path)) return 'article';
  return 'unknown';
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
