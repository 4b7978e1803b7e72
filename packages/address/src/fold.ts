/** ASCII that means the same percent-encoded and bare, in paths and in values; separators are data when encoded. */
const SAME_EITHER_WAY = /[A-Za-z0-9\-._~!'()*,:@$|^`{}[\]"<>]/;
/** Invisible marks that steer direction or join nothing; ZWJ and ZWNJ stay, since Persian spelling needs them. */
const INVISIBLE = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/**
 * One spelling for a percent-encoded component: escapes decoded where that changes nothing, text in NFC and free of
 * invisible marks, what is not UTF-8 in upper-case hexadecimals.
 */
export function foldComponent(text: string): string {
  return text
    .replace(/(?:%[0-9a-f]{2})+/gi, decodeRun)
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .replaceAll(' ', '%20');
}

function decodeRun(run: string): string {
  try {
    return [...decodeURIComponent(run)].map(plain).join('');
  } catch {
    return run.toUpperCase();
  }
}

function plain(character: string): string {
  const code = character.charCodeAt(0);
  if (code >= 0x80 || SAME_EITHER_WAY.test(character)) return character;
  return `%${code.toString(16).toUpperCase().padStart(2, '0')}`;
}
