import { cleanText, cutBytes } from '@nashra/text';
import { countWords } from '../count-words.ts';
import type { BodyText } from './text.ts';

/** Fewer shown words are a teaser, or a note on what is being loaded. */
const FEW_SHOWN = 60;
/** The text for machines has so many words at least, and so many times those that are shown. */
const ENOUGH = 60;
const TIMES = 3;

/**
 * What a page gives search engines as its text (`articleBody` of schema.org), where it shows next to nothing before its
 * scripts have run; null where what is shown is the text. At most `limit` bytes of UTF-8.
 */
export function declaredText(articleBody: string, shown: string, limit: number): BodyText | null {
  if (articleBody === '') return null;
  const words = countWords(shown);
  if (words >= FEW_SHOWN || countWords(articleBody) < Math.max(ENOUGH, TIMES * words)) return null;
  const paragraphs = articleBody.split(/\n+/).map(cleanText);
  const text = paragraphs.filter((paragraph) => paragraph !== '').join('\n\n');
  const cut = cutBytes(text, limit);
  return { text: cut, isCut: cut.length < text.length };
}
