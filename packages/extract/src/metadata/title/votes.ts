import type { SiteNames } from './site-name.ts';
import { type Line, line, type TitleSources, wordsOf } from './title-line.ts';

/** Names of sections and rooms have no more words. */
const NAME_WORDS = 3;
const LEAST_WORDS = 3;
/** Of a name that is shown as the page's headline: headlines of two words are written too. */
const SHOWN_WORDS = 1;
/** Places that a headline is said in before it outweighs a name. */
const ENOUGH = 2;

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
  const linesOf = (texts: readonly string[]) => texts.map((text) => line(names.strip(text)));
  const told = linesOf([openGraph, jsonLd, twitter]);
  const shown = linesOf([...headings, ...sources.lesser()]);
  const whole = line(names.strip(document));
  const places = [shown, ...told.map((one) => [one])].map(keysOf);
  const toldKeys = keysOf(told);
  // How many kinds of places say a line: shown headings, those for sharing, for machines, and the document's own title.
  const votes = ({ key }: Line): number =>
    places.filter((keys) => keys.has(key)).length +
    Number(key === own.key ? whole.key.startsWith(key) : whole.key.includes(key));
  const ownVotes = votes(own);
  let best = '';
  let most = Math.max(ENOUGH, ownVotes);
  for (const one of [...told, ...shown]) {
    const { key, text } = one;
    const words = wordsOf(text).size;
    if (words < LEAST_WORDS || words <= ownWords || key.includes(own.key) || names.has(text))
      continue;
    const said = votes(one);
    const isFirst = whole.key.startsWith(key) || toldKeys.has(key);
    if (said > most || (said === most && (isFirst || said > ownVotes) && best === '')) {
      most = said;
      best = text;
    }
  }
  return best;
}

const keysOf = (lines: readonly Line[]): ReadonlySet<string> =>
  new Set(lines.map(({ key }) => key));
