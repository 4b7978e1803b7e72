/**
 * Consonants that a name keeps when it goes from Arabic letters to Latin ones, by classes: «العمراني» and "El
 * Amrani" are both `mrn`. Vowels, ع and what stands for them are left out.
 */
const ARABIC: Readonly<Record<string, string>> = {
  ب: 'b', ت: 't', ط: 't', ث: 't', ج: 'j', ح: 'h', خ: 'k', د: 'd', ض: 'd', ذ: 'd', ظ: 'd', ر: 'r', ز: 'z',
  س: 's', ص: 's', ش: 'x', غ: 'g', ف: 'f', ق: 'k', ك: 'k', ل: 'l', م: 'm', ن: 'n',
}; // biome-ignore format: read as a table
const LATIN: Readonly<Record<string, string>> = {
  b: 'b', p: 'b', t: 't', j: 'j', h: 'h', d: 'd', r: 'r', z: 'z', s: 's', c: 'k', k: 'k', q: 'k', g: 'g', f: 'f',
  v: 'f', l: 'l', m: 'm', n: 'n', x: 'ks',
}; // biome-ignore format: read as a table
const GROUPS: readonly (readonly [RegExp, string])[] = [
  [/^(?:el|al)(?=[^aeiou]{1}\w{2})/, ''],
  [/tch|sch|sh|ch/g, 'X'],
  [/dj/g, 'j'],
  [/gh/g, 'g'],
  [/kh/g, 'k'],
  [/th/g, 't'],
  [/ph/g, 'f'],
  [/dh/g, 'd'],
  [/ss/g, 's'],
  [/c(?=[eiy])/g, 's'],
];

/**
 * The consonants of a folded word, in Arabic or Latin letters; '' when fewer than three are left, which names
 * too much. ه and h come and go at the end and are left out altogether.
 */
export function skeletonOf(word: string): string {
  const isArabic = /[\u0621-\u064a]/.test(word);
  let letters = word;
  if (!isArabic) for (const [from, to] of GROUPS) letters = letters.replace(from, to);
  let skeleton = '';
  for (const letter of letters) {
    const kept = letter === 'X' ? 'x' : ((isArabic ? ARABIC[letter] : LATIN[letter]) ?? '');
    if (kept !== 'h' && kept !== skeleton.at(-1)) skeleton += kept;
  }
  return skeleton.length >= 3 ? skeleton : '';
}
