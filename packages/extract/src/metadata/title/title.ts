import { withoutBrands } from './brands.ts';
import { HEADLINE_WORDS, withoutSection, withoutShared } from './sections.ts';
import type { SiteNames } from './site-name.ts';
import {
  endsWith,
  isSimilar,
  type Line,
  line,
  MIN_LESSER,
  MIN_SHARED,
  MIN_WORDS,
  NONE,
  overlap,
  type TitleSources,
  wordsOf,
} from './title-line.ts';
import { headlineKey } from './title-text.ts';

/** Words of a kicker or a badge. */
const KICKER_WORDS = 2;
/** A heading that opens with the site's name shares this much with another title, or it is a slogan. */
const MIN_NAMED = 0.6;

/**
 * The title as the newsroom wrote it. Pages carry up to three headlines: the one shown (h1), the
 * one for sharing (og:title) and the one for search engines (`title`, often JSON-LD too). Sharing
 * and shown headlines are written by people; the search engines' variant gives way to both.
 */
export function chooseTitle(written: TitleSources, names: SiteNames): string {
  return withoutCut(chosenTitle(written, names), written, names);
}

/** A title that was cut off, as another place gives it whole. */
function withoutCut(title: string, sources: TitleSources, names: SiteNames): string {
  if (!ENDS_CUT.test(title)) return title;
  const { key } = line(title);
  const wholes = [...sources.headings, sources.jsonLd, sources.twitter, sources.document]
    .map((text) => names.strip(text))
    .filter((text) => !ENDS_CUT.test(text) && line(text).key.length > key.length)
    .filter((text) => line(text).key.startsWith(key));
  const [whole] = wholes;
  if (whole === undefined || key.length < MIN_LESSER) return title;
  // «Headline - Section»: what stands behind a mark further on is no part of it.
  const at = whole.slice(title.length).search(MARK);
  return at < 0 ? whole : whole.slice(0, title.length + at);
}

function chosenTitle(written: TitleSources, names: SiteNames): string {
  const sources = withoutBrands(written, names);
  const jsonLd = line(names.strip(sources.jsonLd));
  const heading = withoutShared(chooseHeading(sources, names), sources);
  const shared = line(names.strip(sources.openGraph));
  const openGraph = trimmed(
    shared,
    [heading, jsonLd, ...shownIn(shared, heading, sources)],
    jsonLd,
  );
  const whole = line(names.strip(sources.document));
  const document =
    partIn(heading, whole.text) ?? trimmed(whole, [heading, openGraph, jsonLd], jsonLd);
  if (
    openGraph === NONE &&
    jsonLd === NONE &&
    (heading === NONE || isBanner(heading, sources) || !isPartOf(heading, whole))
  ) {
    const lesser = chooseLesser(sources.lesser(), line(sources.document), names);
    if (lesser !== NONE) return lesser.text;
    if (heading === NONE) {
      const bold = partSaid(sources.document, sources.bold());
      if (bold !== '') return bold;
    }
  }
  const twitter = line(names.strip(sources.twitter));
  const chosen = decide(heading, openGraph, jsonLd, document, twitter);
  if (chosen === NONE) {
    const other = [sources.twitter, ...sources.others]
      .map((text) => names.strip(text))
      .find((text) => text !== '');
    // The house's name alone: the one lower heading that is long enough says what the page tells.
    if (document.text !== '' && names.has(document.text)) {
      const lines = new Set(sources.lesser());
      const shown = [...lines].filter((text) => wordsOf(text).size >= HEADLINE_WORDS);
      if (shown.length === 1) return shown[0] as string;
    }
    const said = document.text || other || '';
    return said === whole.text ? withoutSection(said, sources.document) : said;
  }
  const said = spelling(chosen, [openGraph, jsonLd, document]);
  return heading === NONE && chosen === openGraph ? withoutSection(said, sources.openGraph) : said;
}

function decide(heading: Line, openGraph: Line, jsonLd: Line, document: Line, twitter: Line): Line {
  if (openGraph.key === '') {
    // What is shown and the document's own title outweigh what only machines are told.
    const isAgreed = heading.key.length >= MIN_LESSER && document.key.startsWith(heading.key);
    if (jsonLd.key !== '' && !isAgreed && (heading.key === '' || !isSimilar(heading, jsonLd)))
      return jsonLd;
    // A kicker or a badge inside the heading: the rest is what the document's own title says.
    return endsWith(heading, document) || isBadged(heading, document) ? document : heading;
  }
  if (openGraph.key === jsonLd.key || openGraph.key === heading.key) return openGraph;
  const shown = heading.key !== '' ? heading : jsonLd;
  if (isCut(openGraph, shown)) return shown;
  if (shown.key === '' || endsWith(shown, openGraph)) return openGraph;
  if (heading.key !== '' && jsonLd.key !== '' && heading.key !== jsonLd.key) return openGraph;
  // A line below the headline that lies in its element runs into it.
  if (document.key === openGraph.key && isGlued(heading, openGraph)) return openGraph;
  // What the document's title repeats is the search engines' variant; the other one is the headline.
  if (document.key === shown.key)
    return twitter.key === shown.key && jsonLd === NONE ? shown : openGraph;
  if (document.key === '' || openGraph.key.startsWith(document.key)) return shown;
  return twitter.key === shown.key ? shown : openGraph;
}

/** Whether a heading goes on after a title with a capital and no blank. */
const isGlued = (heading: Line, title: Line): boolean =>
  heading.text.startsWith(title.text) && /^\p{Lu}/u.test(heading.text.slice(title.text.length));

/** An unescaped quote or a limit of length has cut the title off inside its attribute. */
function isCut(title: Line, whole: Line): boolean {
  if (title.key.length < 12 || !whole.key.startsWith(title.key)) return false;
  return ENDS_CUT.test(title.text) || /^\s*"/.test(whole.text.slice(title.text.length));
}

/** Whether one title has the other in it. */
const isPartOf = (one: Line, other: Line): boolean =>
  other.key === '' || other.key.includes(one.key) || one.key.includes(other.key);

/** The h1 that is the headline: one that another source knows, not the site's name or a menu's. */
function chooseHeading(sources: TitleSources, names: SiteNames): Line {
  const references = [
    sources.openGraph,
    sources.jsonLd,
    sources.document,
    sources.twitter,
    ...sources.others,
  ]
    .filter((text) => text !== '')
    .map((text) => wordsOf(text));
  let best = NONE;
  let bestShared = references.length === 0 ? -1 : MIN_SHARED;
  let bestWords = 0;
  for (const written of sources.headings.slice(0, 20)) {
    const text = names.strip(written);
    if (text === '' || names.has(text)) continue;
    const words = wordsOf(text);
    const shared = Math.max(0, ...references.map((reference) => overlap(words, reference)));
    if (!written.startsWith(text) && shared < MIN_NAMED) continue;
    // Of two that other sources know, a name of one or two words is the site's or the section's.
    const isFuller = shared === bestShared && bestWords < MIN_WORDS && words.size > bestWords;
    if (shared > bestShared || isFuller) {
      best = line(text);
      bestShared = shared;
      bestWords = words.size;
    }
  }
  return best;
}

/** The part of the document's title that a longer heading ends with, or begins with: the rest is a kicker or a badge. */
function partIn(heading: Line, document: string): Line | undefined {
  const [front = '', ...others] = document.split(/\s+[|»«·–—-]\s+/);
  const part = line(front);
  if (others.length === 0) return undefined;
  // «Kicker | Headline», and a heading that holds both.
  if (heading.key.startsWith(part.key) && !MARK.test(heading.text)) {
    const behind = line(document.slice(front.length).replace(/^\s+[|»«·–—-]\s+/, ''));
    const isGlued = heading.key === part.key + behind.key;
    if (isGlued && wordsOf(front).size <= KICKER_WORDS) return behind;
  }
  if (isBadged(heading, part)) return part;
  if (!endsWith(heading, part)) return undefined;
  return wordsOf(heading.text).size - wordsOf(part.text).size <= KICKER_WORDS ? part : undefined;
}

/** An h1 that is one part of the document's title, beside a longer one, is a banner: «Headline | Section | Site». */
function isBanner(heading: Line, { document }: TitleSources): boolean {
  const parts = document.split(/\s+[|»«·–—-]\s+|\s+::\s+|(?<=\p{L})\s?:\s+/u);
  if (parts.length < 2 || !parts.some((part) => line(part).key === heading.key)) return false;
  const [front, banner] = document.split(/\s+[|»«·]\s+|\s+::\s+/);
  if (banner !== undefined && line(banner).key === heading.key && wordsOf(front ?? '').size >= 3)
    return true;
  return parts.some((part) => wordsOf(part).size >= Math.max(3, 2 * wordsOf(heading.text).size));
}

/** What sites hang on headlines, in the languages of the press. */
const BADGE =
  /^\s*\(?\d{1,2}\s?\/\s?\d{1,2}\)?\s*$|^\P{L}*(?:(?:réservé(?:e|s)? (?:aux )?)?abonn\p{L}*|premium|plus|exclusi\p{L}*|subscribers?(?: only)?|members?(?: only)?|updated?|mise? à jour|màj|aktualisiert|actualizado|aggiornato|breaking|urgent|vidéos?|videos?|live|en direct|payant|gratuit|nouveau|new|bezahlartikel|abo|suscriptores|assinantes|abbonati|(?:لل)?مشتركين|حصري|فيديو|مباشر|جديد|محدث|تحديث|عاجل|صور|بالصور|\d+ (?:comments?|commentaires?|réactions?|vues|views|تعليقا?(?:ت|ات)?)|photos?|(?:\+ |avec |et )?(?:photos?|vidéos?)|(?:فيديو|صور) و ?(?:فيديو|صور))\P{L}*$/iu;

/** What says that a text is paid for, in a few words after a headline. */
const PAID =
  /(?<!\p{L})(?:abonnés?|abonnées|subscribers?|members|suscriptores|assinantes|abbonati|abonnenten)(?!\p{L})|مشتركين/iu;
const BADGE_WORDS = 5;

/** A day that lies in the element of the heading, with or without a clock. */
const DAY =
  /^\P{L}*(?:(?:le|on|am|el|il|em|في|يوم) )?(?:\p{L}{2,10},? )?[\d٠-٩]{1,2}(?:er|\.)?[\s./-]\s?(?:[\d٠-٩]{1,2}|\p{L}{3,10}\.?)[\s./-]\s?[\d٠-٩]{4}(?:\P{L}|\s[àat]{1,2}\s|h)*$/u;

/** True for a heading that is the document's title and a badge. */
function isBadged(heading: Line, document: Line): boolean {
  if (document.key.length < MIN_LESSER || !heading.key.startsWith(document.key)) return false;
  const rest = heading.text.slice(document.text.length);
  return (
    BADGE.test(rest) || DAY.test(rest) || (wordsOf(rest).size <= BADGE_WORDS && PAID.test(rest))
  );
}

const ENDS_CUT = /(?:…|\.{3})$/u;

/** Between a title and what is hung on it. */
const MARK = /\s[|»«·–—-]\s/u;

/** The longest lesser heading that is part of the document's title. */
function chooseLesser(texts: readonly string[], document: Line, names: SiteNames): Line {
  let best = NONE;
  for (const text of texts) {
    const candidate = line(names.strip(text));
    if (candidate.key.length < MIN_LESSER || candidate.key.length <= best.key.length) continue;
    if (document.key.includes(candidate.key) && !names.has(text)) best = candidate;
  }
  return best;
}

/** The line that says what stands before or behind a mark of the document's title; '' without one. */
function partSaid(document: string, lines: readonly string[]): string {
  const parts = document.split(/(\s[|»«·–—-]\s)/u);
  const told = new Set<string>();
  for (let at = 1; at < parts.length; at += 2) {
    told.add(line(parts.slice(0, at).join('')).key);
    told.add(line(parts.slice(at + 1).join('')).key);
  }
  return lines.find((text) => told.has(line(text).key) && wordsOf(text).size >= MIN_WORDS) ?? '';
}

/** The lesser heading that a sharing title opens with, where the h1 says something else: what follows it is the site's. */
function shownIn(shared: Line, heading: Line, { lesser }: TitleSources): Line[] {
  if (!MARK.test(shared.text) || shared.key.startsWith(heading.key || ' ')) return [];
  const shown = lesser()
    .map(line)
    .filter(({ key }) => key.length >= MIN_LESSER && shared.key.startsWith(key));
  return shown.slice(0, 1);
}

/** Cuts what follows a known title after a mark («… – Site – 1.2.2024»), unless it is meant to be there. */
function trimmed(title: Line, known: readonly Line[], declared: Line): Line {
  if (title.key === declared.key) return title;
  for (const { text, key } of known) {
    if (key.length < 8 || key.length >= title.key.length || !title.key.startsWith(key)) continue;
    if (/^\s*[^\p{L}\p{N}\s]/u.test(title.text.slice(text.length))) return line(text);
  }
  return title;
}

/** Where a page gives itself a title. */
export type TitlePlace = 'heading' | 'og' | 'json-ld' | 'document' | 'twitter';

/** The places that give the title just so; the document's own title may go on after it. */
export function titlePlaces(sources: TitleSources, title: string): TitlePlace[] {
  const key = headlineKey(title);
  if (key === '') return [];
  const places: TitlePlace[] = [];
  if (sources.headings.some((text) => headlineKey(text) === key)) places.push('heading');
  if (headlineKey(sources.openGraph) === key) places.push('og');
  if (headlineKey(sources.jsonLd) === key) places.push('json-ld');
  if (headlineKey(sources.document).startsWith(key)) places.push('document');
  if (headlineKey(sources.twitter) === key) places.push('twitter');
  return places;
}

const isShouted = ({ text }: Line): boolean =>
  text === text.toUpperCase() && text !== text.toLowerCase();

/** The same title as another source spells it: headings lose spaces and marks to their markup; one in capitals gives way. */
function spelling(chosen: Line, others: readonly Line[]): string {
  const same = others.filter((other) => other.key === chosen.key);
  const first = same[0] ?? chosen;
  if (!isShouted(first)) return first.text;
  return ([...same, chosen].find((other) => !isShouted(other)) ?? first).text;
}
