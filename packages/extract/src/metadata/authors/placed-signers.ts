import type { NearbyLine } from '../nearby-lines.ts';
import { namesIn } from './names.ts';
import { isAgency, isPerson } from './who.ts';

/** Lines right under the headline that may sign without a word that says so. */
const LINES = 4;
const LONGEST = 80;
const LONGEST_AGENCY = 24;
/** «Agence France-Presse in Leeds»: where the agency's text comes from. */
const AGENCY_IN =
  /\s(?:à|au|en|in|at|a|aus|te|em|da|i)\s\p{Lu}[\p{L}’'-]*(?:\s\p{Lu}[\p{L}’'-]*){0,2}$/u;

/** Where each of several was: «… in Leeds», before the next name or at the end. */
const EACH_PLACE =
  /\s(?:à|au|en|in|at|aus|te|em)\s\p{Lu}[\p{L}’'-]*(?:\s\p{Lu}[\p{L}’'-]*)?(?=\s(?:and|et|und|y|e|en)\s|,\s|$)/gu;

/** «Jane Doe in Leeds and John Roe in York»: names each with a place, and nothing else. */
export function* placedPeople(lines: readonly NearbyLine[]): Generator<string> {
  for (const { text, distance } of lines) {
    if (distance <= 0 || distance > LINES || text.length > LONGEST) continue;
    const places = text.match(EACH_PLACE)?.length ?? 0;
    const names = places > 1 ? namesIn(text.replace(EACH_PLACE, '')) : [];
    if (names.length === places && names.every(isPerson)) yield names.join(', ');
  }
}

/** Lines right below the headline that are an agency and where it was. */
export function* placedAgencies(lines: readonly NearbyLine[]): Generator<string> {
  for (const { text, distance } of lines) {
    const agency = distance > 0 && distance <= LINES ? text.replace(AGENCY_IN, '') : text;
    if (agency !== text && agency.length <= LONGEST_AGENCY && isAgency(agency)) yield agency;
  }
}
