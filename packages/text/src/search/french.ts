/**
 * Texts are folded before they are stemmed, so the French stemmer never sees the accents by which it knows première for a
 * form of premier. Such endings are brought to the one that it knows; each a pattern and what stands in its place, in
 * signs that Postgres reads as JavaScript does.
 */
export const FRENCH_ENDINGS: readonly (readonly [pattern: string, instead: string])[] = [
  ['^([a-z]{2,})ieres?$', 'ier'],
  ['^([a-z]{2,}g)eres?$', 'er'],
  ['^([a-z]{2,})trices?$', 'teur'],
  ['^([a-z]{2,}[^ey])aux$', 'al'],
  // Who is from there; the stemmer takes its ais for that of a verb.
  [
    '^((?:franc|angl|polon|irland|holland|neerland|japon|liban|senegal|cameroun|marseill|portug|finland|island|ecoss|congol|gabon|lyonn|taiwan|thailand|soudan|rwand|togol|ougand)ais)e?s?$',
    'e',
  ],
  // Other words: armée is not arme.
  ['^(?!armee|entree|duree|pensee|idee)([a-z]{3,})ees?$', 'e'],
];

const rules = FRENCH_ENDINGS.map(
  ([pattern, instead]) => [new RegExp(pattern), `$1${instead}`] as const,
);

/** Folded French words as they are given to the stemmer. */
export function frenchText(folded: string): string {
  return folded.replace(/(?<![^ ])[a-z]{5,}(?![^ ])/g, (word) =>
    rules.reduce((it, [pattern, instead]) => it.replace(pattern, instead), word),
  );
}
