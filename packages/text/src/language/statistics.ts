import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

interface Eld {
  detect(text: string): {
    language: string;
    getScores(): Record<string, number>;
    isReliable(): boolean;
  };
}

let eld: Eld | undefined;

/**
 * The n-gram model takes a second and 150 MB to load, and Arabic never needs it: it is loaded at
 * the first text that does.
 */
function model(): Eld {
  if (!eld) {
    // eld exports only an `import` condition, which require() by package name refuses.
    const path = fileURLToPath(import.meta.resolve('eld/small'));
    eld = (createRequire(import.meta.url)(path) as { eld: Eld }).eld;
  }
  return eld;
}

/** What the model can tell: a text in another language would be taken for one of these. */
const TOLD = new Set(
  'am ar az be bg bn ca cs da de el en es et eu fa fi fr gu he hi hr hu hy is it ja ka kn ko ku lo lt lv ml mr ms nl no or pa pl pt ro ru sk sl sq sr sv ta te th tl tr uk ur vi yo zh'.split(
    ' ',
  ),
);

/** Whether n-grams have anything to say of a language (primary tag). */
export const isTold = (lang: string): boolean => TOLD.has(lang);

/** The likeliest language of a text by its n-grams, '' when it has none that count. */
export function likeliestLanguage(text: string): { lang: string; reliable: boolean } {
  const result = model().detect(text);
  return { lang: result.language, reliable: result.language !== '' && result.isReliable() };
}
