import { withoutParticles } from '@nashra/text';

const LOCALES = ['ar', 'fr', 'en', 'es'] as const;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const MOST_WORDS = 3;

/** Countries by the names that ECMA-402 gives them, folded and without articles. */
const codes = new Map<string, string>();
for (const locale of LOCALES) {
  const names = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });
  for (const first of LETTERS)
    for (const second of LETTERS) {
      const name = names.of(first + second);
      if (name) codes.set(withoutParticles(name, locale), first + second);
    }
}

/** The countries that a text names, as ISO 3166 codes. */
export function placesOf(text: string, language: string): Set<string> {
  const words = withoutParticles(text, language).split(' ');
  const places = new Set<string>();
  for (let at = 0; at < words.length; at++)
    for (let length = 1; length <= MOST_WORDS; length++) {
      const code = codes.get(words.slice(at, at + length).join(' '));
      if (code) places.add(code);
    }
  return places;
}
