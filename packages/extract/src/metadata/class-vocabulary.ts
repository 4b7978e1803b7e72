/** What the class and id of an element say about it, as bits. */
export const HINT = {
  author: 1,
  date: 2,
  modified: 4,
  /** Boxes about other pages: teasers, related, comments, menus. */
  aside: 8,
  title: 16,
  /** Breadcrumb or section label. */
  section: 32,
  paywall: 64,
  live: 128,
  caption: 256,
  /** Lives of authors, their pictures and networks: near names, but not names. */
  bio: 512,
  body: 1024,
} as const;

/** Bits that only mean something beside another word. */
export const PART = {
  whole: 1 << 16,
  inner: 1 << 17,
  about: 1 << 18,
  foot: 1 << 19,
  widget: 1 << 20,
  builder: 1 << 21,
} as const;

/** What known words say, in lower case. */
export const WORDS = new Map<string, number>();
const add = (bit: number, words: string): void => {
  for (const word of words.split(/\s+/)) WORDS.set(word, (WORDS.get(word) ?? 0) | bit);
};
add(
  HINT.author,
  `author authors byline bylines autor autoren autores auteur auteurs writer reporter journalist
  contributor redakteur verfasser katib writtenby signature firma postedby autore authorname
  articleauthor authored personname byl`,
);
add(
  HINT.date,
  `date dates datetime time timestamp datum fecha zeit published publish publication pubdate pubtime
  posted dateline publishdate publisheddate publishtime datepublished postdate articledate entrydate
  newsdate created createdate tarikh heure hora`,
);
add(
  HINT.modified,
  'modified update updated lastupdate lastupdated lastmod aktualisiert edited datemodified',
);
add(
  HINT.aside,
  `related recommend recommended recommendation recommendations recommends sidebar teaser teasers
  comment comments commentaire kommentar kommentare popular mostread mostpopular mostviewed trending
  newsletter promo promos navbar menu outbrain taboola carousel slider
  latest readmore ticker breaking card cards aside banner reply preview similar ad ads advert
  advertisement reaction reactions discussion discussions meistgelesen morenews relatedposts swiper`,
);
add(HINT.title, 'title titles headline headlines head titre titulo titel titolo heading hed');
add(HINT.section, 'breadcrumb breadcrumbs section category rubrique rubrik kicker catlinks');
add(HINT.paywall, 'paywall premium regwall locked subscriberonly piano offerwall');
add(HINT.live, 'liveblog liveticker livefeed liveupdates');
add(
  HINT.caption,
  'caption captions figcaption credit credits legende copyright photographer bildunterschrift bildautor cutline',
);
add(HINT.bio, 'bio biography avatar gravatar');
add(HINT.body, 'articlebody articlecontent articletext storybody postcontent entrycontent');
add(PART.whole, 'article entry post story');
add(PART.inner, 'body content text');
add(PART.foot, 'footer');
add(PART.widget, 'widget widgets');
add(PART.builder, 'elementor');
add(
  PART.about,
  'desc description image img pic photo social follow about position role job infobox affiliation affiliations notes',
);

/** Words written together with others, as `NewsPublishDate` after lower-casing. */
export const COMPOUNDS: readonly (readonly [pattern: RegExp, hint: number])[] = [
  [/^(?:author|byline)(?!it|iz)|(?:author|byline|autor|auteur)$/, HINT.author],
  [/^(?:pub|post|art|news|entry|story|creat|upload|display|releas)\w*(?:date|time)$/, HINT.date],
  [/^(?:date|time)(?:pub|post|line|stamp|time)|^publi(?:sh|e|ca)/, HINT.date],
  [/^(?:last)?(?:updat|modif|aktualis|actuali)/, HINT.modified],
  [
    /^(?:related|recommend|sidebar|teaser|comment|mostread|popular|newsletter|carousel|widget)/,
    HINT.aside,
  ],
  [/headline$|^headline|title$/, HINT.title],
  [/^breadcrumb/, HINT.section],
  [/paywall/, HINT.paywall],
];

/** The letters every word that fits a pattern begins with, or else ends with, unless it holds «yw». */
export const COMPOUND_MARKS = {
  begin: 'aut byl dat tim pub upd mod akt act las rel rec sid tea com mos pop new car wid hea bre',
  end: 'or ur ne te me le',
};
