import { line, type TitleSources, wordsOf } from './title-line.ts';

/** Words of fewer letters stand in any headline. */
const LONG_WORD = 4;

/**
 * The headline that its feed has, where the page shows just that as a heading and all that it calls itself by is another name: a
 * framework writes the site's own into every page. What was chosen otherwise.
 */
export function toldTitle(
  chosen: string,
  told: string | undefined,
  { headings }: Pick<TitleSources, 'headings'>,
): string {
  const { key } = line(told ?? '');
  if (key === '') return chosen;
  const words = wordsOf(told ?? '');
  const isShared = (word: string) => word.length >= LONG_WORD && words.has(word);
  if ([...wordsOf(chosen)].some(isShared)) return chosen;
  return headings.find((text) => line(text).key === key) ?? chosen;
}
