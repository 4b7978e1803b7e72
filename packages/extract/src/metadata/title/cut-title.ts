import type { SiteNames } from './site-name.ts';
import { type Line, line, MARK, MIN_LESSER, type TitleSources } from './title-line.ts';

const ENDS_CUT = /(?:…|\.{3})$/u;
const CUT = /…|\.{3}/u;

/** An unescaped quote or a limit of length has cut the title off inside its attribute. */
export function isCut(title: Line, whole: Line): boolean {
  if (title.key.length < 12 || !whole.key.startsWith(title.key)) return false;
  return ENDS_CUT.test(title.text) || /^\s*"/.test(whole.text.slice(title.text.length));
}

/** A title that was cut off, as another place gives it whole. */
export function withoutCut(title: string, sources: TitleSources, names: SiteNames): string {
  const { key } = line(title);
  if (!ENDS_CUT.test(title) || key.length < MIN_LESSER) return title;
  const isWhole = (text: string): boolean => {
    const other = line(text).key;
    return !CUT.test(text) && other.length > key.length && other.startsWith(key);
  };
  const places = [...sources.headings, sources.jsonLd, sources.twitter, sources.document];
  const whole =
    places.map((text) => names.strip(text)).find(isWhole) ?? sources.lesser().find(isWhole);
  if (whole === undefined) return title;
  // «Headline - Section»: what stands behind a mark further on is no part of it.
  const at = whole.slice(title.length).search(MARK);
  return at < 0 ? whole : whole.slice(0, title.length + at);
}
