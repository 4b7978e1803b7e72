const ARABIC = /[\u0600-\u06ff]/;
/** «على» is a word, and no way to write «علي». */
const ON = 'على';

/**
 * A given name as it is looked up: in small letters, Arabic ones without the signs over and under them, each letter that is
 * written in more than one way in one («أحمد» and «احمد», «فاطمة» and «فاطمه», the Persian «ی» and «ک»).
 */
export function foldName(name: string): string {
  if (!ARABIC.test(name)) return name.toLowerCase();
  const bare = name.replace(/[\u064b-\u0652\u0670ـ]/g, '').replace(/[أإآٱ]/g, 'ا');
  const folded = bare.replace(/ی/g, 'ي').replace(/ک/g, 'ك').replace(/ة$/, 'ه');
  return folded === ON ? folded : folded.replace(/ى$/, 'ي');
}
