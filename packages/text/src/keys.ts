import { foldText } from './fold/fold-text.ts';

const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]/gu;
const MIN_WORDS = 3;
const MIN_LETTERS = 15;
const MIN_UNSPACED = 8;

/**
 * The key under which two spellings of one headline meet: its folded words. Empty for titles too
 * short to name one article («أخبار الساحة», "Sport"), which must not be matched by title.
 */
export function titleKey(title: string): string {
  return titleKeyOf(foldText(title));
}

/** The same of a title that is folded already. */
export function titleKeyOf(key: string): string {
  if ((key.match(UNSPACED)?.length ?? 0) >= MIN_UNSPACED) return key;
  const words = key.split(' ').length;
  return words >= MIN_WORDS && key.length - words + 1 >= MIN_LETTERS ? key : '';
}

/** Folded letters below which equal bodies prove nothing (a caption, "read more"). */
const MIN_BODY = 120;

/** The canonical words of a body, to be hashed by the caller; empty when too short to identify it. */
export function textKey(body: string): string {
  return textKeyOf(foldText(body));
}

/** The same of a body that is folded already. */
export function textKeyOf(key: string): string {
  return key.length >= MIN_BODY ? key : '';
}
