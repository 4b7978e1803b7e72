import { foldText } from '../fold/fold-text.ts';

const SCRIPTS: readonly (readonly [from: number, to: number])[] = [
  [0x41, 0x17f],
  [0x621, 0x6d3],
];

/** The letters of Latin and Arabic that fold to one letter, itself among them: where é, É and e stand for e. */
export function lookAlikes(): Record<string, string> {
  const alike: Record<string, string> = {};
  for (const [from, to] of SCRIPTS) {
    for (let point = from; point <= to; point++) {
      const letter = String.fromCodePoint(point);
      const folded = foldText(letter);
      if (folded.length === 1) alike[folded] = (alike[folded] ?? '') + letter;
    }
  }
  return alike;
}
