import { detectLanguage } from '@nashra/text';

/** A text to its BCP 47 tag; the scorers' form. */
export default function language(text: string): string {
  return detectLanguage(text);
}
