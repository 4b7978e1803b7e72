import { HEADLINE_WORDS } from './sections.ts';
import type { ShownLine } from './shown-lines.ts';
import type { SiteNames } from './site-name.ts';
import { line, MIN_WORDS, wordsOf } from './title-line.ts';

/**
 * The headline of a page without headings, by what it shows: what the document's title says beside the house's name, or the
 * line over the text where that title is the house's name alone; '' where nothing shown is it.
 */
export const headlineAmong = (
  shown: readonly ShownLine[],
  document: string,
  names: SiteNames,
): string => partSaid(document, shown) || headlineUnderName(document, shown, names);

/** «Exclusive: …», «Tribune : …». */
const LABEL = /^\p{L}+(?:\s\p{L}+)?\s?[:：]\s/u;

/** Between the parts of a document's title. */
const BETWEEN = /(\s*(?:>>|::|\|)\s*|\s[»«·–—>/-]\s|\s?[:：]\s|\s(?=[＜【〈《[]))/u;

/** The longest shown line that says what stands before or behind a mark of the document's title, for the other part names the house; '' without one. */
function partSaid(document: string, shown: readonly ShownLine[]): string {
  const parts = document.split(BETWEEN);
  const told = new Set<string>();
  for (let at = 1; at < parts.length; at += 2) {
    const front = parts.slice(0, at).join('');
    told.add(line(front).key);
    // What it is, before the headline itself.
    told.add(line(front.replace(LABEL, '')).key);
    told.add(line(parts.slice(at + 1).join('')).key);
  }
  if (told.size === 0) return '';
  const said = shown.filter(
    ({ text }) => told.has(line(text).key) && wordsOf(text).size >= MIN_WORDS,
  );
  return said.reduce((best, { text }) => (text.length > best.length ? text : best), '');
}

/** Words of a name of the house that only what is shown tells to be one. */
const NAME_WORDS = 6;
/** Characters of a line beside the name of the house: the year, and that all rights are its own. */
const OWNED = 48;

/** What no headline that is drawn as a plain line has: figures, whose it is, the end of a sentence. */
const NO_HEADLINE = /[\d٠-٩©]|[.!…]["'»”]*$/u;

/** The line over the text that a reader takes for the headline: the one heading, the one in bold or large letters, or the one with words enough and no figures. */
function lineOverText(shown: readonly ShownLine[]): ShownLine | undefined {
  const over = shown.filter(
    ({ text, isOverText }) => isOverText && wordsOf(text).size >= MIN_WORDS,
  );
  for (const isMarked of [
    ({ isHeading }: ShownLine) => isHeading,
    ({ isLoud }: ShownLine) => isLoud,
    ({ text }: ShownLine) => wordsOf(text).size >= HEADLINE_WORDS && !NO_HEADLINE.test(text),
  ]) {
    const marked = over.filter(isMarked);
    if (marked.length > 0) return marked.length === 1 ? marked[0] : undefined;
  }
  return undefined;
}

/** The line that stands for the headline, where the document's title names the house alone; '' otherwise. */
function headlineUnderName(
  document: string,
  shown: readonly ShownLine[],
  names: SiteNames,
): string {
  const parts = document.split(BETWEEN).filter((_, at) => at % 2 === 0);
  const only = lineOverText(
    shown.filter(({ text }) => !parts.includes(text) && text !== document && !names.has(text)),
  );
  if (only === undefined) return '';
  // What stands right over a line may be the headline, of which it is a part; over a heading it is another's.
  const near = only.isHeading ? only.at : only.at - 1;
  const isName = wordsOf(document).size <= NAME_WORDS;
  // One word that is shown is a section's.
  const isShown = (part: string): boolean =>
    isName &&
    part.includes(' ') &&
    shown.some(
      ({ text, at, isOverText }) =>
        (at < near || (at > only.at && !isOverText)) &&
        text.length <= part.length + OWNED &&
        text.includes(part),
    );
  const isHouse = parts.every((part) => names.has(part.trim()) || isShown(part.trim()));
  return isHouse ? only.text : '';
}
