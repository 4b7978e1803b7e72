import { withoutBrands } from './brands.ts';
import { isCut, withoutCut } from './cut-title.ts';
import { chooseHeading, isBadged, isBanner, partIn } from './heading.ts';
import { HEADLINE_WORDS, withoutRoom, withoutSection, withoutShared } from './sections.ts';
import { headlineAmong } from './shown-headline.ts';
import type { SiteNames } from './site-name.ts';
import {
  endsWith,
  isSimilar,
  type Line,
  line,
  MARK,
  MIN_LESSER,
  NONE,
  overlap,
  type TitleSources,
  wordsOf,
} from './title-line.ts';
import { outvoting } from './votes.ts';

/**
 * The title as the newsroom wrote it. Pages carry up to three headlines: the one shown (h1), the
 * one for sharing (og:title) and the one for search engines (`title`, often JSON-LD too). Sharing
 * and shown headlines are written by people; the search engines' variant gives way to both.
 */
export function chooseTitle(written: TitleSources, names: SiteNames): string {
  const chosen = chosenTitle(written, names);
  return withoutCut(outvoting(chosen, written, names) || chosen, written, names);
}

function chosenTitle(written: TitleSources, names: SiteNames): string {
  const sources = withoutRoom(withoutBrands(written, names));
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
      const said = headlineAmong(sources.shown(), sources.document, names);
      if (said !== '') return said;
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
    // What both begin with stands before the headline in each: a section's name.
    if (endsWith(heading, jsonLd) && endsWith(document, jsonLd)) return jsonLd;
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
  if (document.key === shown.key && isForeign(openGraph, shown)) return shown;
  // What the document's title repeats is the search engines' variant; the other one is the headline.
  if (document.key === shown.key)
    return twitter.key === shown.key && jsonLd === NONE ? shown : openGraph;
  if (document.key === '' || openGraph.key.startsWith(document.key)) return shown;
  // A sharing title that no other says is for the network; what is shown is the headline.
  const isShown = heading.key === jsonLd.key || wordsOf(heading.text).size >= HEADLINE_WORDS;
  return isShown || twitter.key === shown.key ? shown : openGraph;
}

/** Whether a heading goes on after a title with a capital and no blank. */
const isGlued = (heading: Line, title: Line): boolean =>
  heading.text.startsWith(title.text) && /^\p{Lu}/u.test(heading.text.slice(title.text.length));

/** Words of a headline of which one at least is in any other of the same language on the same thing. */
const TELLING = 4;

/** The words of a title that are no names, by their first letter. */
const plainWords = ({ text }: Line): Set<string> =>
  new Set(text.match(/(?<![\p{L}\p{M}'’])[\p{Ll}\p{Lo}][\p{L}\p{M}]*/gu));

/** Whether two titles have no word in common but names, not even the little ones: one of them was written for readers of another language. */
function isForeign(one: Line, other: Line): boolean {
  const words = plainWords(one);
  const others = plainWords(other);
  return words.size >= TELLING && others.size >= TELLING && overlap(words, others) === 0;
}

/** Whether one title has the other in it. */
const isPartOf = (one: Line, other: Line): boolean =>
  other.key === '' || other.key.includes(one.key) || one.key.includes(other.key);

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

const isShouted = ({ text }: Line): boolean =>
  text === text.toUpperCase() && text !== text.toLowerCase();

/** The same title as another source spells it: headings lose spaces and marks to their markup; one in capitals gives way. */
function spelling(chosen: Line, others: readonly Line[]): string {
  const same = others.filter((other) => other.key === chosen.key);
  const first = same[0] ?? chosen;
  if (!isShouted(first)) return first.text;
  return ([...same, chosen].find((other) => !isShouted(other)) ?? first).text;
}
