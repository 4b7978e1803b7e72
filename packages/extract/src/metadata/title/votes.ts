import type { SiteNames } from './site-name.ts';
import { type Line, line, type TitleSources, wordsOf } from './title-line.ts';

/** Names of sections and rooms have no more words. */
const NAME_WORDS = 3;
const LEAST_WORDS = 3;
/** Of a name that is shown as the page's headline: headlines of two words are written too. */
const SHOWN_WORDS = 1;
/** Places that a headline is said in before it outweighs a name. */
const ENOUGH = 2;

/** How many kinds of places say a line: shown headings, those for sharing, for machines, and the document's own title. */
function votesOf({ key }: Line, places: readonly (readonly string[])[]): number {
  return places.filter((texts) => texts.some((text) => line(text).key === key)).length;
}

/**
 * The headline that more places say than the name of a section or a room, which was chosen; '' where there is none. In the document's
 * title a headline may stand between marks, and where both are said as often, it is what machines are told or that title opens with.
 */
export function outvoting(chosen: string, sources: TitleSources, names: SiteNames): string {
  const own = line(chosen);
  const ownWords = wordsOf(chosen).size;
  const isShown = sources.headings.some((text) => line(text).key === own.key);
  if (own.key === '' || ownWords > (isShown ? SHOWN_WORDS : NAME_WORDS)) return '';
  const { headings, openGraph, twitter, jsonLd, document } = sources;
  const told = [openGraph, jsonLd, twitter].map((text) => names.strip(text));
  const shown = [...headings, ...sources.lesser()].map((text) => names.strip(text));
  const places = [shown, ...told.map((text) => [text])];
  const whole = line(names.strip(document));
  const votes = (one: Line): number =>
    votesOf(one, places) +
    Number(one === own ? whole.key.startsWith(one.key) : whole.key.includes(one.key));
  let best = '';
  let most = Math.max(ENOUGH, votes(own));
  for (const text of new Set([...told, ...shown])) {
    const one = line(text);
    const words = wordsOf(text).size;
    if (words < LEAST_WORDS || words <= ownWords || one.key.includes(own.key) || names.has(text))
      continue;
    const said = votes(one);
    const isFirst =
      whole.key.startsWith(one.key) || told.some((other) => line(other).key === one.key);
    if (said > most || (said === most && (isFirst || said > votes(own)) && best === '')) {
      most = said;
      best = text;
    }
  }
  return best;
}
