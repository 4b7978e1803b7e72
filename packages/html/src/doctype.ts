const QUIRKS_PUBLIC_IDS = new Set([
  '-//w3o//dtd w3 html strict 3.0//en//',
  '-/w3c/dtd html 4.0 transitional/en',
  'html',
]);

const QUIRKS_SYSTEM_ID = 'http://www.ibm.com/data/dtd/v11/ibmxhtml1-transitional.dtd';

/** The standard's list of public identifiers of documents written for early browsers (HTML, § 13.2.6.4.1). */
const QUIRKS_PREFIXES = [
  '+//silmaril//dtd html pro v0r11 19970101//',
  '-//as//dtd html 3.0 aswedit + extensions//',
  '-//advasoft ltd//dtd html 3.0 aswedit + extensions//',
  ...[
    '2.0 level 1',
    '2.0 level 2',
    '2.0 strict level 1',
    '2.0 strict level 2',
    '2.0 strict',
    '2.0',
  ],
  ...['2.1e', '3.0', '3.2 final', '3.2', '3', 'level 0', 'level 1', 'level 2', 'level 3'],
  ...['strict level 0', 'strict level 1', 'strict level 2', 'strict level 3', 'strict'],
].map((id) => (id.includes('//') ? id : `-//ietf//dtd html ${id}//`));

QUIRKS_PREFIXES.push(
  '-//ietf//dtd html//',
  '-//metrius//dtd metrius presentational//',
  ...['2.0 html strict', '2.0 html', '2.0 tables', '3.0 html strict', '3.0 html', '3.0 tables'].map(
    (id) => `-//microsoft//dtd internet explorer ${id}//`,
  ),
  '-//netscape comm. corp.//dtd html//',
  '-//netscape comm. corp.//dtd strict html//',
  "-//o'reilly and associates//dtd html 2.0//",
  "-//o'reilly and associates//dtd html extended 1.0//",
  "-//o'reilly and associates//dtd html extended relaxed 1.0//",
  '-//sq//dtd html 2.0 hotmetal + extensions//',
  '-//softquad software//dtd hotmetal pro 6.0::19990601::extensions to html 4.0//',
  '-//softquad//dtd hotmetal pro 4.0::19971010::extensions to html 4.0//',
  '-//spyglass//dtd html 2.0 extended//',
  '-//sun microsystems corp.//dtd hotjava html//',
  '-//sun microsystems corp.//dtd hotjava strict html//',
  ...['3 1995-03-24', '3.2 draft', '3.2 final', '3.2', '3.2s draft', '4.0 frameset'].map(
    (id) => `-//w3c//dtd html ${id}//`,
  ),
  ...['4.0 transitional', 'experimental 19960712', 'experimental 970421'].map(
    (id) => `-//w3c//dtd html ${id}//`,
  ),
  '-//w3c//dtd w3 html//',
  '-//w3o//dtd w3 html 3.0//',
  '-//webtechs//dtd mozilla html 2.0//',
  '-//webtechs//dtd mozilla html//',
);

/** These only without a system identifier. */
const QUIRKS_PREFIXES_ALONE = [
  '-//w3c//dtd html 4.01 frameset//',
  '-//w3c//dtd html 4.01 transitional//',
];

/**
 * Whether a doctype puts the document into quirks mode, in which a table does not end a paragraph. Takes what stands
 * between `<!doctype` and `>`; `isClosed` is false when the input ended first.
 */
export function isQuirksDoctype(declaration: string, isClosed: boolean): boolean {
  const rest = trimStart(declaration.toLowerCase());
  const name = /^[^\t\n\f\r ]*/.exec(rest)?.[0] ?? '';
  if (!isClosed || name !== 'html') return true;
  const ids = trimStart(rest.slice(name.length));
  if (ids === '') return false;
  const keyword = ids.slice(0, 6);
  const first = identifier(ids.slice(6));
  if (first === undefined || (keyword !== 'public' && keyword !== 'system')) return true;
  if (keyword === 'system') return first.id === QUIRKS_SYSTEM_ID;
  const second = first.rest === '' ? undefined : identifier(first.rest);
  if (first.rest !== '' && second === undefined) return true;
  return hasQuirksIds(first.id, second?.id);
}

const trimStart = (text: string): string => text.replace(/^[\t\n\f\r ]+/, '');

/** A quoted identifier at the beginning of a text, and what follows it. */
function identifier(text: string): { id: string; rest: string } | undefined {
  const start = trimStart(text);
  const quote = start[0];
  if (quote !== '"' && quote !== "'") return undefined;
  const end = start.indexOf(quote, 1);
  if (end < 0) return undefined;
  return { id: start.slice(1, end), rest: trimStart(start.slice(end + 1)) };
}

function hasQuirksIds(publicId: string, systemId: string | undefined): boolean {
  const startsWith = (prefix: string): boolean => publicId.startsWith(prefix);
  return (
    QUIRKS_PUBLIC_IDS.has(publicId) ||
    systemId === QUIRKS_SYSTEM_ID ||
    QUIRKS_PREFIXES.some(startsWith) ||
    (systemId === undefined && QUIRKS_PREFIXES_ALONE.some(startsWith))
  );
}
