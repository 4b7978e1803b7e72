/** ASCII that means the same percent-encoded and bare; separators are data when encoded. */
const SAME_EITHER_WAY = /[A-Za-z0-9\-._~!'()*,:@$|^`{}[\]"<>]/;
/** Marks that steer direction or join nothing; ZWJ and ZWNJ stay, since Persian spelling needs them. */
const INVISIBLE = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** A percent sign that begins no escape, which browsers leave as it is and others encode. */
const STRAY_PERCENT = /%(?![0-9a-f]{2})/gi;

/** What stays as it is, whatever is done below; most segments are no more than this. */
const PLAIN = /^[\w\-.~!'()*,:@$;+=&/?]*$/;

/**
 * One spelling for a percent-encoded component: escapes decoded where that changes nothing (`also` adds characters that are
 * no separators here), text in NFC and free of invisible marks, what is not UTF-8 in upper-case hexadecimals.
 */
export function foldComponent(text: string, also = ''): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(/(?:%[0-7][0-9a-f])+|(?:%[89a-f][0-9a-f])+/gi, (run) => decodeRun(run, also))
    .replace(STRAY_PERCENT, '%25')
    .replace(INVISIBLE, '')
    .normalize('NFC')
    .replaceAll(' ', '%20');
}

/** Whether a character shows nothing: space or an invisible mark. */
export function isInvisible(character: string): boolean {
  if (character > ' ' && character < '\u007f') return false;
  return character.trim() === '' || character.replace(INVISIBLE, '') === '';
}

function decodeRun(run: string, also: string): string {
  try {
    return [...decodeURIComponent(run)].map((character) => plain(character, also)).join('');
  } catch {
    return run.toUpperCase();
  }
}

function plain(character: string, also: string): string {
  const code = character.charCodeAt(0);
  if (code >= 0x80 || SAME_EITHER_WAY.test(character) || also.includes(character)) return character;
  return `%${code.toString(16).toUpperCase().padStart(2, '0')}`;
}
