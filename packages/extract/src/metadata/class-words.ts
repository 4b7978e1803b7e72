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
const PART = { whole: 1 << 16, inner: 1 << 17, about: 1 << 18 } as const;

const WORDS = new Map<string, number>();
const add = (bit: number, words: string): void => {
  for (const word of words.split(/\s+/)) WORDS.set(word, (WORDS.get(word) ?? 0) | bit);
};
add(
  HINT.author,
  `author authors byline bylines autor autoren autores auteur auteurs writer reporter journalist
  contributor redakteur verfasser katib writtenby signature firma postedby autore authorname
  articleauthor authored`,
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
  newsletter promo promos promoted footer navbar menu widget widgets outbrain taboola carousel slider
  latest readmore ticker breaking card cards aside banner reply preview similar ad ads advert
  advertisement meistgelesen morenews relatedposts swiper`,
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
add(
  PART.about,
  'desc description image img pic photo social follow about position role job infobox',
);

/** Words written together with others, as `NewsPublishDate` after lower-casing. */
const COMPOUNDS: readonly (readonly [pattern: RegExp, hint: number])[] = [
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
/** Shorter unknown words are abbreviations or hashes. */
const MIN_COMPOUND = 8;

/** For each first letter the lengths of known words, as bits: most words need no look-up. */
const LENGTHS = new Uint32Array(26);
for (const word of WORDS.keys()) {
  const letter = word.charCodeAt(0) - 97;
  LENGTHS[letter] = (LENGTHS[letter] as number) | (1 << word.length);
}

const MAX_REMEMBERED = 20_000;
const remembered = new Map<string, number>();
const compounds = new Map<string, number>();

/** The hints of a class value. Sites repeat few of them, so answers are remembered. */
export function hintsOf(className: string): number {
  let hints = remembered.get(className);
  if (hints === undefined) {
    hints = combine(readWords(className));
    remember(remembered, className, hints);
  }
  return hints;
}

/** The hints of an id; ids are met once, so there is nothing to remember. */
export function idHints(id: string): number {
  return combine(readWords(id));
}

/** Splits at anything but letters and where a capital follows a small letter. */
function readWords(words: string): number {
  let bits = 0;
  let start = -1;
  let small = false;
  const { length } = words;
  for (let i = 0; i <= length; i++) {
    const code = i < length ? words.charCodeAt(i) : 0;
    const lower = code >= 97 && code <= 122;
    const letter = lower || (code >= 65 && code <= 90);
    if (start >= 0 && (!letter || (small && !lower))) {
      if (isWorthwhile(words.charCodeAt(start), i - start))
        bits |= wordBits(words.slice(start, i).toLowerCase());
      start = -1;
    }
    if (letter && start < 0) start = i;
    small = lower;
  }
  return bits;
}

function isWorthwhile(first: number, length: number): boolean {
  if (length >= MIN_COMPOUND) return length < 32;
  return (((LENGTHS[(first | 32) - 97] as number) >> length) & 1) === 1;
}

function wordBits(word: string): number {
  const known = WORDS.get(word);
  if (known !== undefined) return known;
  if (word.length < MIN_COMPOUND) return 0;
  let bits = compounds.get(word);
  if (bits === undefined) {
    bits = 0;
    for (const [pattern, hint] of COMPOUNDS) if (pattern.test(word)) bits |= hint;
    remember(compounds, word, bits);
  }
  return bits;
}

function combine(bits: number): number {
  let hints = bits & 0xffff;
  if ((bits & PART.whole) !== 0 && (bits & PART.inner) !== 0) hints |= HINT.body;
  if ((bits & HINT.author) !== 0 && (bits & PART.about) !== 0) hints |= HINT.bio;
  return hints;
}

function remember(memory: Map<string, number>, key: string, value: number): void {
  if (memory.size >= MAX_REMEMBERED) memory.clear();
  memory.set(key, value);
}
