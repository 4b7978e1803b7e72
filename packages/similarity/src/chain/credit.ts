import { foldText } from '@nashra/text';
import { AGENCIES } from './agencies.ts';

/** Where a credit stands: in the author's name, before the text or behind it. */
export type CreditPlace = 'author' | 'opening' | 'end';

export interface Credit {
  /** The code an agency signs with; '' where only «agencies» are credited. */
  readonly agency: string;
  readonly place: CreditPlace;
}

const OPENING = 140;
const END = 120;
/** What is between a place, a date, a credit and the text. */
const DIVIDER = /[-–—:/|()[\]{}«»"“”،,;.\n\u2022]+|\s{2,}/u;
/** A sign may have its points: و.م.ع, A.F.P. */
const POINTED = /(?<![\p{L}\p{M}])(\p{L})[.\s]{1,2}(\p{L})[.\s]{1,2}(\p{L})(?![\p{L}\p{M}])\.?/gu;
const INTRODUCED =
  /^(?:مع|عن|من|المصدر|نقلا عن|par|avec|source|from|by|with|redaction|la redaction|par redaction) /;
const MOST_WORDS = 5;

const signs = new Map<string, string>();
for (const [agency, names] of Object.entries(AGENCIES))
  for (const name of names) signs.set(foldText(name), agency);
/** Signs that are words too («ومع»: "and with"; «وفا», "map") count only where nothing else is in their segment. */
const spaced = [...signs.keys()].filter((sign) => sign.includes(' '));

/** Which agencies a text credits, each once. */
export function creditsOf(text: {
  readonly body: string;
  readonly authors: readonly string[];
}): Credit[] {
  const found = new Map<string, CreditPlace>();
  const add = (agency: string | undefined, place: CreditPlace): void => {
    if (agency !== undefined && !found.has(agency)) found.set(agency, place);
  };
  for (const author of text.authors)
    for (const part of segmentsOf(author)) add(agencyOf(part, true), 'author');
  const body = text.body.trim();
  const opening = segmentsOf(body.slice(0, OPENING)).slice(0, 5);
  // The last segment is the text itself, cut off.
  for (const part of opening.slice(0, -1)) add(agencyOf(part, false), 'opening');
  add(startsWithSign(opening[0] ?? ''), 'opening');
  add(endsWithSign(body.slice(0, OPENING)), 'opening');
  const end = segmentsOf(body.slice(-END));
  for (const part of end.slice(-2)) if (part !== opening[0]) add(agencyOf(part, false), 'end');
  return [...found].map(([agency, place]) => ({ agency, place }));
}

function segmentsOf(text: string): string[] {
  const whole = text.replace(POINTED, ' $1 $2 $3 ');
  return whole.split(DIVIDER).map(foldText).filter(Boolean);
}

function agencyOf(segment: string, isAuthor: boolean): string | undefined {
  let bare = segment;
  while (INTRODUCED.test(bare)) bare = bare.replace(INTRODUCED, '');
  const whole = signs.get(bare);
  if (whole !== undefined) return whole;
  if (bare.split(' ').length > MOST_WORDS) return undefined;
  const padded = ` ${bare} `;
  const named = spaced.find((sign) => padded.includes(` ${sign} `));
  if (named !== undefined) return signs.get(named);
  // "Rédaction AFP", "Reuters Staff": an author's name holds no words that are signs by chance.
  return isAuthor
    ? bare
        .split(' ')
        .map((word) => signs.get(word))
        .find(Boolean)
    : undefined;
}

/** «و م ع أفادت …»: a sign of single letters that no divider follows. */
function startsWithSign(segment: string): string | undefined {
  const letters = /^(?:\p{L} ){2,3}/u.exec(`${segment} `)?.[0].trim();
  return letters ? signs.get(letters) : undefined;
}

const MOST_DATELINE_WORDS = 12;

/** «بيروت 26 شوال 1436 هـ واس» on a line of its own. */
function endsWithSign(opening: string): string | undefined {
  const at = opening.indexOf('\n');
  const words = foldText(opening.slice(0, Math.max(0, at))).split(' ');
  return words.length > MOST_DATELINE_WORDS ? undefined : signs.get(words.at(-1) ?? '');
}
