import { GIVEN_NAMES } from './given-name-list.ts';
import { isPerson } from './who.ts';

/** «Sarra Ben Youssef»: what joins a father's name; a place may open so too. */
const PATRONYM =
  /^(?!(?:Sidi|Oued|Wadi|Aïn|Ain|Bir|Ksar|Dar|Bab|Hassi|Place|Rue|Avenue)\s)\p{Lu}[\p{L}’'-]+ (?:Ben|Bin|Ibn|Bint|Bent|Ould|Aït|Ait) \p{Lu}[\p{L}’'-]+$/u;

/** True for a given name alone, in any case of its letters. */
export const isGiven = (word: string): boolean =>
  GIVEN_NAMES.has(word.toLowerCase().split('-')[0] ?? '');

/** True for a name that begins with a given name: «Marie …», «عبد الرحيم …», «فاطمة …». */
export function isNamed(name: string): boolean {
  const [first = '', second = ''] = name.split(/\s+/);
  const opens = isGiven(first) || (/^(?:عبد|أبو|ابو|أم|بن|بنت|آل)$/u.test(first) && second !== '');
  const isSure = opens || /^عبد\p{L}{4,}/u.test(first) || PATRONYM.test(name);
  return isSure && isPerson(name);
}
