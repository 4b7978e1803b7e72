import type { SiteNames } from './site-name.ts';
import {
  endsWith,
  type Line,
  line,
  MARK,
  MIN_LESSER,
  MIN_SHARED,
  MIN_WORDS,
  NONE,
  overlap,
  type TitleSources,
  wordsOf,
} from './title-line.ts';

/** Words of a kicker or a badge. */
const KICKER_WORDS = 2;
/** A heading that opens with the site's name shares this much with another title, or it is a slogan. */
const MIN_NAMED = 0.6;

/** The h1 that is the headline: one that another source knows, not the site's name or a menu's. */
export function chooseHeading(sources: TitleSources, names: SiteNames): Line {
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
export function partIn(heading: Line, document: string): Line | undefined {
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
export function isBanner(heading: Line, { document }: TitleSources): boolean {
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
export function isBadged(heading: Line, document: Line): boolean {
  if (document.key.length < MIN_LESSER || !heading.key.startsWith(document.key)) return false;
  const rest = heading.text.slice(document.text.length);
  return (
    BADGE.test(rest) || DAY.test(rest) || (wordsOf(rest).size <= BADGE_WORDS && PAID.test(rest))
  );
}
