import { withoutParticles } from '@nashra/text';

const LOCALES = ['ar', 'fr', 'en', 'es'] as const;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const MOST_WORDS = 3;

let known: ReadonlyMap<string, string> | undefined;

/** Countries by the names that ECMA-402 gives them, folded and without articles; made when somebody asks, which few do. */
function countries(): ReadonlyMap<string, string> {
  if (known) return known;
  const codes = new Map<string, string>();
  for (const locale of LOCALES) {
    const names = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });
    for (const first of LETTERS)
      for (const second of LETTERS) {
        const name = names.of(first + second);
        if (name) codes.set(withoutParticles(name, locale), first + second);
      }
  }
  known = codes;
  return codes;
}

/** The countries that a text names, as ISO 3166 codes. */
export function placesOf(text: string, language: string): Set<string> {
  const words = withoutParticles(text, language).split(' ');
  const codes = countries();
  const places = new Set<string>();
  for (let at = 0; at < words.length; at++)
    for (let length = 1; length <= MOST_WORDS; length++) {
      const code = codes.get(words.slice(at, at + length).join(' '));
      if (code) places.add(code);
    }
  return places;
}
