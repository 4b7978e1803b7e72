import type { SiteNames } from '../title/site-name.ts';
import { isNamed } from './given-names.ts';
import { namesIn } from './names.ts';
import { isAgency, isDesk, isGivenName, isPerson } from './who.ts';

/** Where a page says who wrote it; each a list of lines as written. They are asked for one by one. */
export interface AuthorSources {
  /** Names of the article's JSON-LD authors. */
  readonly jsonLd: readonly string[];
  readonly metas: readonly string[];
  /** itemprop=author and rel=author near the headline. */
  readonly marked: readonly string[];
  /** Elements whose class says byline, right by the headline, nearest first. */
  readonly bylines: Iterable<string>;
  /** Those further down, and lines around the headline that say who wrote. */
  readonly others?: Iterable<string>;
  /** The account of who posted, asked where nobody signs. */
  readonly account?: string;
}

const MAX_AUTHORS = 12;
/** Where a signature was read. */
export type AuthorPlace = 'json-ld' | 'meta' | 'marked' | 'byline' | 'none';
const PLACES = ['json-ld', 'meta', 'marked'] as const;
const placeOf = (index: number): AuthorPlace => PLACES[index] ?? 'byline';
/** Lists before the bylines. */
const BYLINES = 3;

/**
 * The people who wrote the article. Declared authors come first; when they are only the site or a
 * desk and the byline shows a person, the person signs. Without any person, who signs is kept.
 */
export const chooseAuthors = (sources: AuthorSources, site: SiteNames): string[] =>
  findSigners(sources, site).names;

/** Who signs, and where it says so. */
export interface Signers {
  readonly names: string[];
  readonly place: AuthorPlace;
}

/**
 * The same with the place that was believed.
 * @param house the names of the site that its logo says too, which sign nothing beside a person
 */
export function findSigners(sources: AuthorSources, site: SiteNames, house = site): Signers {
  // A person after whom the site is named signs on it.
  const isHouse = (name: string): boolean =>
    MEDIA.test(name) ? site.signs(name) || !isAgency(name) : site.signs(name) && !isNamed(name);
  let fallback: string[] = [];
  let agency: string[] = [];
  let place: AuthorPlace = 'none';
  let index = -1;
  for (const { lines, isFar } of inOrder(sources)) {
    index++;
    // An agency that is declared signs; a name further down is another piece's.
    if (isFar && fallback.some((name) => isAgency(name) && !site.signs(name))) break;
    const names = withoutPlace(unique(lines.flatMap(namesIn)), index > 0 ? isHouse : () => false);
    const people = names.filter((name) => isPerson(name) && !isHouse(name));
    const [opens] = index === 0 ? names : names.filter((name) => !isDesk(name) && !isHouse(name));
    // A visible line that is mostly something else is no byline.
    if (
      people.length > 0 &&
      (index === 0 || (people.length * 2 >= names.length && opens === people[0]))
    ) {
      // Lines outside JSON-LD hold places and offices beside the names.
      const others = names.filter((name) =>
        index === 0 ? !isDesk(name) && !isHouse(name) : people.includes(name) || isAgency(name),
      );
      const signers = others.filter((name) => !house.isName(name));
      const signed = signers.some(isPerson) ? signers : others;
      return { names: signed.slice(0, MAX_AUTHORS), place: placeOf(index) };
    }
    // The nearest line signs, and an agency is a signer.
    if (index >= BYLINES && people.length === 0 && fallback.every(isDesk)) {
      const agencies = names.filter(isAgency);
      if (agency.length === 0) agency = agencies;
      if (fallback.length === 0 && agencies.length > 0)
        return { names: agencies.slice(0, MAX_AUTHORS), place: 'byline' };
      if (
        fallback.length === 0 &&
        names.length === 1 &&
        isGivenName(names[0] as string) &&
        !site.signs(names[0] as string)
      )
        fallback = names;
    }
    // Only JSON-LD says on purpose that the site itself signs; meta tags are filled by templates.
    const signers = index === 0 ? names : names.filter((name) => !isHouse(name));
    if (fallback.length === 0 && index < BYLINES) fallback = signers;
    if (fallback.length > 0 && place === 'none') place = placeOf(index);
  }
  // An agency near the headline signs before a desk that is declared.
  if (agency.length > 0 && fallback.every(isDesk))
    return { names: agency.slice(0, MAX_AUTHORS), place: 'byline' };
  const account = fallback.length === 0 ? (sources.account ?? '') : '';
  if (account !== '' && !isHouse(account)) return { names: [account], place: 'byline' };
  return { names: fallback.slice(0, MAX_AUTHORS), place };
}

/** What media are called, beside a name that looks like a person's or without one: «Hiba Press», «المدينة نيوز», «Agadir24». */
const MEDIA =
  /^\p{L}[\p{L} ]+(?:12|20|21|24|36|360)$|(?:^|\s)(?:ال)?(?:بريس|برس|نيوز|ميديا|تيفي|تي في|[أا]نفو|[أا]ونلاين|[أا]خبار|[إا]خبارية?|بوابة|قناة|شبكة|[إا]ذاعة|راديو|تلفزيون|blog|mag|magazine)(?:\s|$)/iu;

interface Claim {
  readonly lines: readonly string[];
  readonly isFar: boolean;
}

function* inOrder(sources: AuthorSources): Generator<Claim> {
  yield { lines: sources.jsonLd, isFar: false };
  yield { lines: sources.metas, isFar: false };
  yield { lines: sources.marked, isFar: false };
  for (const byline of sources.bylines) yield { lines: [byline], isFar: false };
  for (const other of sources.others ?? []) yield { lines: [other], isFar: true };
}

/** «Jane Doe, The Courier — Leeds»: what stands behind the house is where it was, unless a given name tells otherwise. */
function withoutPlace(names: string[], isHouse: (name: string) => boolean): string[] {
  const at = names.findIndex(isHouse);
  return at < 1
    ? names
    : names.filter((name, index) => index <= at || isNamed(name) || isAgency(name));
}

function unique(names: readonly string[]): string[] {
  const seen = new Map<string, string>();
  for (const name of names) {
    const key = name.toLowerCase();
    if (!seen.has(key)) seen.set(key, name);
  }
  return [...seen.values()];
}
