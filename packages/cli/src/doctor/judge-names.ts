import { nearest } from '@nashra/text';
import { type Check, warn } from './check.ts';

/** Shorter ones are near to too many names of other programs. */
const SHORTEST = 8;
/** Letters that a slip of the hand changes. */
const SLIP = 2;

/** Names that nobody reads and that are nearly one that somebody reads: what was meant by them does not happen. */
export function judgeNames(given: readonly string[], read: readonly string[]): Check[] {
  const known = new Set(read.flatMap((name) => [name, `${name}_FILE`]));
  return given.flatMap((name) => {
    if (known.has(name) || name.length < SHORTEST) return [];
    const meant = nearest(name, known, SLIP);
    if (!meant) return [];
    return [
      warn(
        'Settings',
        `${name} is read by nobody`,
        `It does nothing. Likely ${meant} is meant: rename it.`,
      ),
    ];
  });
}
