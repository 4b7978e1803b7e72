import { WATCHED } from './look.ts';
import { type GuardProfile, RUN } from './profile.ts';

/** No share is believed to be nearer to all than this: of a thousand pages some are strange. */
const MOST_SHARE = 0.97;
/**
 * What is believed before it was seen, as if of so many pages: who publishes some that lack something publishes more of
 * the kind, so that after none, one, two … of the pages before the share of all pages is this much of itself.
 */
const BELIEVED = 8;
const AFTER = [1, 0.85, 0.75, 0.65, 0.6] as const;
const CONTEXTS = RUN + 1;
const BITS = WATCHED.length;

/** What of a page is asked and what is found, as one number. */
export const bitsOf = (asked: number, found: number): number => asked * 2 ** BITS + found;
export const isAsked = (bits: number, index: number): boolean =>
  ((bits >> (BITS + index)) & 1) === 1;
export const isFound = (bits: number, index: number): boolean => ((bits >> index) & 1) === 1;

/** Of how many pages something was asked. */
export function pagesOf({ asked }: GuardProfile, index: number): number {
  let pages = 0;
  for (let at = 0; at < CONTEXTS; at++) pages += asked[index * CONTEXTS + at] as number;
  return pages;
}

/** The share of pages that had it; a page or two are believed in beside those that came. */
export function shareOf(profile: GuardProfile, index: number): number {
  let found = 0;
  for (let at = 0; at < CONTEXTS; at++) found += profile.found[index * CONTEXTS + at] as number;
  return Math.min(MOST_SHARE, (found + 1.9) / (pagesOf(profile, index) + 2));
}

/** The same of pages that came after such as came just now. */
export function shareHere(profile: GuardProfile, index: number): number {
  const lacking = lackingOf(profile.lacking[index] as number);
  const at = index * CONTEXTS + lacking;
  const believed = (AFTER[lacking] ?? 0) * shareOf(profile, index);
  const found = (profile.found[at] as number) + BELIEVED * believed;
  return Math.min(MOST_SHARE, found / ((profile.asked[at] as number) + BELIEVED));
}

/** Bits of the few pages before with one more. */
export function addLack(before: number, isLacking: boolean): number {
  return ((before << 1) | Number(isLacking)) & (2 ** RUN - 1);
}

/** Counts a page that has become the past. */
export function learnBits(profile: GuardProfile, bits: number): GuardProfile {
  const [asked, found, lacked] = [[...profile.asked], [...profile.found], [...profile.lacked]];
  for (const [index] of WATCHED.entries()) {
    if (!isAsked(bits, index)) continue;
    const at = index * CONTEXTS + lackingOf(lacked[index] as number);
    asked[at] = (asked[at] as number) + 1;
    found[at] = (found[at] as number) + Number(isFound(bits, index));
    lacked[index] = addLack(lacked[index] as number, !isFound(bits, index));
  }
  return { ...profile, asked, found, lacked };
}

/** Forgets half of what was counted of everything, but never so much that nothing could be said. */
export function halveShares(profile: GuardProfile, least: number): GuardProfile {
  const factors = WATCHED.map((_, index) => {
    const pages = pagesOf(profile, index);
    return pages === 0 ? 1 : Math.min(1, Math.max(pages / 2, least) / pages);
  });
  const lighter = (counts: readonly number[]) =>
    counts.map((n, at) => n * (factors[Math.floor(at / CONTEXTS)] as number));
  return { ...profile, asked: lighter(profile.asked), found: lighter(profile.found) };
}

/** Forgets all of some. */
export function forgetShares(profile: GuardProfile, isForgotten: (index: number) => boolean) {
  const anew = (counts: readonly number[]) =>
    counts.map((n, at) => (isForgotten(Math.floor(at / CONTEXTS)) ? 0 : n));
  return { ...profile, asked: anew(profile.asked), found: anew(profile.found) };
}

function lackingOf(bits: number): number {
  let n = 0;
  for (let left = bits; left > 0; left >>= 1) n += left & 1;
  return n;
}
