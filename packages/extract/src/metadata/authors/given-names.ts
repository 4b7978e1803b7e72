import { foldName } from './fold-name.ts';
import { GIVEN_NAMES } from './given-name-list.ts';
import { isPerson } from './who.ts';

/** «Sarra Ben Youssef»: what joins a father's name; a place may open so too. */
const PATRONYM =
  /^(?!(?:Sidi|Oued|Wadi|Aïn|Ain|Bir|Ksar|Dar|Bab|Hassi|Place|Rue|Avenue)\s)\p{Lu}[\p{L}’'-]+ (?:Ben|Bin|Ibn|Bint|Bent|Ould|Aït|Ait) \p{Lu}[\p{L}’'-]+$/u;

/** True for a given name alone, in any case of its letters. */
export const isGiven = (word: string): boolean =>
  GIVEN_NAMES.has(foldName(word.split('-')[0] ?? ''));

/** True for a name that begins with a given name: «Marie …», «عبد الرحيم …», «فاطمة …». */
export function isNamed(name: string): boolean {
  const [first = '', second = ''] = name.split(/\s+/);
  const opens = isGiven(first) || (/^(?:عبد|[أا]بو|أم|بن|بنت|آل)$/u.test(first) && second !== '');
  const isSure = opens || /^عبد\p{L}{4,}/u.test(first) || PATRONYM.test(name);
  return isSure && isPerson(name);
}

/** A word that is no «the …», and a family's name as most of the Maghreb have it: «زهور العلمي». */
const OF_FAMILY = /^(?!ال)\p{Script=Arabic}{2,12} ال\p{Script=Arabic}{2,10}ي$/u;

/** «س. العلمي». */
const INITIALED = /^\p{Script=Arabic}\s?\.\s?\p{Script=Arabic}{3,}$/u;

/** True for Arabic words that are a name: there are no capitals, so any few words might be one, and behind most labels they are a headline. */
export const isArabicName = (name: string): boolean =>
  isNamed(name) || ((OF_FAMILY.test(name) || INITIALED.test(name)) && isPerson(name));
