import { addFrame, compareFrame, NO_FRAME } from './frame.ts';
import { type PageLook, STRUCTURE, WATCHED, type Watched } from './look.ts';
import { addPace, hurryOf } from './pace.ts';
import { type GuardProfile, newProfile } from './profile.ts';
import {
  addLack,
  bitsOf,
  forgetShares,
  halveShares,
  isAsked,
  isFound,
  learnBits,
  pagesOf,
  shareHere,
  shareOf,
} from './shares.ts';
import { fitsShelf, goOn, isUsualLength, shelve } from './shelves.ts';
import { addTo, floorOf, NO_SPREAD } from './spread.ts';

/** Something that was there before has gone from a publisher's pages. */
export interface GuardAlarm {
  readonly fields: readonly {
    readonly field: Watched;
    /** Share of pages that had it before, and of the latest. */
    readonly before: number;
    readonly now: number;
  }[];
  /** When the first page like this came, in milliseconds since 1970. */
  readonly since: number;
  /** False where pages are built otherwise and all they say is found as before. */
  readonly isCollapse: boolean;
}

export interface Watching {
  readonly profile: GuardProfile;
  readonly alarm: GuardAlarm | null;
}

/** The guard speaks when it has seen two weeks, with their Fridays, and so many pages. */
const PAST_MS = 14 * 86_400_000;
const DAY_MS = 86_400_000;
const ENOUGH_PAGES = 50;
/** Halving leaves so many. */
const REMEMBERED = 200;
/** Collapsed is what is found a fifth as often. */
const COLLAPSED = 0.2;
/** What less than this share of pages has cannot be missed. */
const LEAST_SHARE = 0.3;
/** What a page that has it takes away from the doubt at least. */
const LEAST_COMFORT = -1;
/** Natural logarithms of odds at which a collapse is told. */
const TOLD = 14;
/** Pages teach when so many others have followed. */
const LATEST = 25;
/** Counts are halved each fortnight, so that a memory has every day of the week in it, however much is published. */
const HALVING_MS = 14 * DAY_MS;
const YOUNG = 20;
/** A page with less of the usual frame than this does not teach what is usual. */
const ALIEN = 0.5;
/** Of a house's full texts, that may show a film where a film stands for a text. */
const FEW_FILMS = 0.3;

const bit = (field: Watched): number => 1 << WATCHED.indexOf(field);

/** Takes in the next page of a publisher, and says whether something has collapsed. Pages come in the order of their `at`. */
export function watchPage(known: GuardProfile | null, look: PageLook, at: number): Watching {
  const halved = halve(known ?? newProfile(at), at);
  const before = { ...halved, pace: addPace(halved.pace, at) };
  // What is told in film is no text that was lost.
  if (isTold(before, look, at)) return { profile: before, alarm: null };
  const { profile: seen, found, asked } = takeNumbers(before, look, at);
  const bits = bitsOf(asked, found);
  const weighed = weigh(seen, bits, at);
  const latest = [...weighed.latest, bits];
  const alarm = alarmOf(weighed, latest);
  if (alarm) return { profile: afterAlarm(weighed, alarm), alarm };
  return { profile: teach({ ...weighed, latest }), alarm: null };
}

/** A page that shows a film and little else, of a house whose texts seldom have one: where all have one, a film excuses nothing. */
function isTold({ words, films, shelves }: GuardProfile, look: PageLook, at: number): boolean {
  if (!look.film || films.n < YOUNG || films.mean > FEW_FILMS || !goOn(shelves, at)) return false;
  return !look.isArticle || Math.log(1 + look.words) < floorOf(words, 0, 0);
}

/** What of a page is asked, and what of it is found, held against what is usual; numbers that are usual teach. */
function takeNumbers(profile: GuardProfile, look: PageLook, at: number) {
  let { words, sureness, films, shelves, frame, kept, ordered } = profile;
  let found = 0;
  let asked = bit('article');
  const note = (field: Watched, isFound: boolean) => {
    asked |= bit(field);
    if (isFound) found |= bit(field);
    return isFound;
  };
  const compared = compareFrame(frame, look.frame);
  const isOld = frame.pages >= YOUNG;
  let isUsual = true;
  // Where many come at once they are of a kind, and its template is not that of all.
  const isCalm = hurryOf(profile.pace) === 1;
  if (compared && isOld) {
    const rightOrder = 1 - compared.swapped;
    const isKnown = kept.n >= YOUNG;
    isUsual = !isKnown || note('frame', compared.kept >= floorOf(kept, 4, 0.2));
    // Of a page that is built otherwise nobody can say in which order.
    if (isKnown && compared.kept >= ALIEN) {
      isUsual = note('order', rightOrder >= floorOf(ordered, 4, 0.02)) && isUsual;
    }
    if (isUsual && isCalm) {
      [kept, ordered] = [addTo(kept, compared.kept), addTo(ordered, rightOrder)];
    }
  }
  if (isUsual && isCalm && look.frame.length > 0) frame = addFrame(frame, look.frame);
  if (note('article', look.isArticle)) {
    for (const field of ['title', 'date', 'authors', 'image'] as const) note(field, look[field]);
    const size = Math.log(1 + look.words);
    const isUsualSize = isUsualLength(words, size);
    // Another template is another site: what is new there may be lost text, and no new section.
    const fits = isUsualSize || fitsShelf(shelves, look.section, { size, at });
    if (isUsualSize) {
      note('length', true);
      words = addTo(words, size);
      films = addTo(films, Number(look.film));
    } else if (fits !== null || !isUsual) note('length', fits === true);
    if (fits !== false) shelves = shelve(shelves, look.section, { size, at });
    const isSure = sureness.n < YOUNG || look.sureness >= floorOf(sureness, 3, 0.2);
    if (note('sureness', isSure)) sureness = addTo(sureness, look.sureness);
  }
  const numbers = { words, sureness, films, shelves, frame, kept, ordered };
  return { profile: { ...profile, ...numbers }, found, asked };
}

/** Sums evidence for each field: what a page says for a collapse, against what it says for things as they were (CUSUM). */
function weigh(profile: GuardProfile, bits: number, at: number): GuardProfile {
  const { doubts, since, lacking } = profile;
  const next = { doubts: [...doubts], since: [...since], lacking: [...lacking] };
  const isNew = at - profile.firstAt < PAST_MS;
  const hurry = hurryOf(profile.pace);
  for (const [index] of WATCHED.entries()) {
    if (!isAsked(bits, index)) continue;
    next.lacking[index] = addLack(lacking[index] as number, !isFound(bits, index));
    if (isNew || pagesOf(profile, index) < ENOUGH_PAGES) continue;
    const before = doubts[index] as number;
    const said = saidBy(profile, index, isFound(bits, index));
    // Where many more come than usual, as on the night of an election, those that are as ever come as ever beside them.
    const after = Math.max(0, before + (said > 0 ? said / hurry : said));
    if (before === 0 && after > 0) next.since[index] = at;
    next.doubts[index] = after;
  }
  return { ...profile, ...next };
}

function saidBy(profile: GuardProfile, index: number, found: boolean): number {
  const share = shareOf(profile, index);
  if (share < LEAST_SHARE) return 0;
  const here = shareHere(profile, index);
  if (found) return Math.min(LEAST_COMFORT, Math.log((COLLAPSED * share) / here));
  return Math.max(0, Math.log((1 - COLLAPSED * share) / (1 - here)));
}

function alarmOf(profile: GuardProfile, latest: readonly number[]): GuardAlarm | null {
  const fields = WATCHED.filter((_, index) => (profile.doubts[index] as number) >= TOLD);
  if (fields.length === 0) return null;
  const since = Math.min(...fields.map((field) => profile.since[WATCHED.indexOf(field)] as number));
  return {
    fields: fields.map((field) => {
      const index = WATCHED.indexOf(field);
      const asked = latest.slice(-5).filter((bits) => isAsked(bits, index));
      const found = asked.filter((bits) => isFound(bits, index));
      return {
        field,
        before: shareOf(profile, index),
        now: found.length / Math.max(1, asked.length),
      };
    }),
    since,
    isCollapse: fields.some((field) => !STRUCTURE.has(field)),
  };
}

/** What was alarmed about teaches nothing; what is built otherwise and is read as well is learned anew. */
function afterAlarm(profile: GuardProfile, { isCollapse }: GuardAlarm): GuardProfile {
  const none = WATCHED.map(() => 0);
  const calm = { ...profile, latest: [], doubts: none, since: none, lacking: profile.lacked };
  if (isCollapse) return calm;
  const isOfStructure = (index: number) => STRUCTURE.has(WATCHED[index] as Watched);
  return {
    ...forgetShares(calm, isOfStructure),
    frame: NO_FRAME,
    kept: NO_SPREAD,
    ordered: NO_SPREAD,
  };
}

/** The oldest of the latest pages becomes the past. */
function teach(profile: GuardProfile): GuardProfile {
  const [bits, ...latest] = profile.latest;
  if (bits === undefined || profile.latest.length <= LATEST) return profile;
  return learnBits({ ...profile, latest }, bits);
}

function halve(profile: GuardProfile, at: number): GuardProfile {
  if (at - profile.halvedAt < HALVING_MS) return profile;
  return { ...halveShares(profile, REMEMBERED), halvedAt: at };
}
