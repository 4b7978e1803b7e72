const KIND = { unknown: 0, other: 1, word: 2 } as const;
const WORD = /[\p{L}\p{N}]/u;
/** Kinds of UTF-16 code units, found out as they are met. */
const kinds = new Uint8Array(0x10000);

/** Words of a text (runs of letters and digits). */
export function countWords(text: string): number {
  let count = 0;
  let isInside = false;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    let kind = kinds[unit] as number;
    if (unit >= 0xd800 && unit < 0xdc00) {
      const character = String.fromCodePoint(text.codePointAt(i) as number);
      kind = WORD.test(character) ? KIND.word : KIND.other;
      i += character.length - 1;
    } else if (kind === KIND.unknown) {
      kind = WORD.test(String.fromCharCode(unit)) ? KIND.word : KIND.other;
      kinds[unit] = kind;
    }
    if (kind === KIND.word && !isInside) count++;
    isInside = kind === KIND.word;
  }
  return count;
}
