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

const WORDS: readonly (readonly [pattern: RegExp, hint: number])[] = [
  [
    /author(?!i[tsz])|byline|autor(?!e?ad)|auteur|(?:^|[-_ ])(?:writer|reporter|journalist|contributor|redakteur|verfasser|katib|writtenby|signature|firma)s?(?:[-_ ]|$)|posted-?by|entry-author/,
    HINT.author,
  ],
  [
    /date|(?<!over|some|some-)time(?!line|out|r)|publi(?!c)|posted|datum|fecha|zeit(?!ung)/,
    HINT.date,
  ],
  [/modif|updat|aktualis|actualiz|edited/, HINT.modified],
  [
    /related|recommend|sidebar|side-bar|teaser|comment|most-?(?:read|popular|viewed)|popular|trending|newsletter|promo|footer|navbar|menu|widget|outbrain|taboola|carousel|slider|latest|readmore|read-more|more-?(?:news|from|stories)|ticker|breaking|card|aside|banner|reply|post-nav|next-post|prev-post|preview|similar|ads?(?:[-_ ]|$)/,
    HINT.aside,
  ],
  [/title|headline|(?:^|[-_ ])(?:head|titre|titulo|titel|heading)(?:[-_ ]|$)/, HINT.title],
  [/breadcrumb|(?:^|[-_ ])(?:section|category|rubrique|kicker|cat-links)(?:[-_ ]|$)/, HINT.section],
  [/paywall|premium|subscriber-only|abo-?(?:only|wall)|piano-|regwall|locked/, HINT.paywall],
  [/live-?(?:blog|ticker|update|feed|post)/, HINT.live],
  [/caption|credit|legende|copyright|bildunterschrift|photographer|bildautor/, HINT.caption],
  [
    /bio(?:graphy)?(?:[-_ ]|$)|avatar|(?:author|autor)[-_a-z]*(?:desc|image|img|pic|photo|social|follow|info-?box|about|position|role|job)/,
    HINT.bio,
  ],
  [/article-?(?:body|content|text)|entry-content|post-content|story-?body|articlebody/, HINT.body],
];

const MAX_REMEMBERED = 20_000;
const remembered = new Map<string, number>();

/** The hints of a class or id value. Sites repeat few values, so answers are remembered. */
export function hintsOf(words: string): number {
  let hints = remembered.get(words);
  if (hints === undefined) {
    hints = 0;
    const lower = words.toLowerCase();
    for (const [pattern, hint] of WORDS) if (pattern.test(lower)) hints |= hint;
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    remembered.set(words, hints);
  }
  return hints;
}
