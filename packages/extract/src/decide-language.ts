import { detectLanguage } from '@nashra/text';

/** Shorter texts do not tell their language better than the page's declaration. */
const TELLING_TEXT = 100;
/** Longer ones tell nothing more of it. */
const TELLING_ENOUGH = 4_000;

/** The declared tag when the text agrees (it may name the region), else what the text says. */
export function decideLanguage(declared: string | null, text: string): string | null {
  if (text.length < TELLING_TEXT) return declared;
  const found = detectLanguage(text.slice(0, TELLING_ENOUGH), declared ?? undefined);
  if (found === 'und' || declared?.split('-')[0]?.toLowerCase() === found) return declared;
  return found;
}
