import {
  extract,
  type GuardAlarm,
  type GuardProfile,
  lookAt,
  type Watching,
  watchPage,
} from '@nashra/extract';
import { openDice } from '../schedule/dice.ts';
import { type Element, el, mapElements, type Piece, sizeOf, writePage } from './nodes.ts';

/** Pages that teach, over more than a week, and pages after the change within which it is to be told. */
const BEFORE = 140;
export const WITHIN = 20;
const HOUR_MS = 3_600_000;
const START = Date.UTC(2026, 0, 5);

export interface Caught {
  /** Articles after the change until it was told; null for not within WITHIN. */
  readonly after: number | null;
  readonly alarm: GuardAlarm | null;
  /** Alarms before anything was changed. */
  readonly false: number;
}

/** A publisher whose pages are variations of one, as far as a guard has come to know it. */
export interface Known {
  readonly page: Element;
  readonly profile: GuardProfile | null;
  readonly roll: () => number;
  /** Alarms though nothing was changed. */
  readonly wrong: number;
}

/** Shows the guard a publisher's pages of some weeks. */
export function getToKnow(page: Element, seed: number): Known {
  const roll = openDice(seed);
  let profile: GuardProfile | null = null;
  let wrong = 0;
  for (let number = 0; number < BEFORE; number++) {
    const watching: Watching = show(profile, varied(page, roll), number);
    profile = watching.profile;
    if (watching.alarm) wrong++;
  }
  return { page, profile, roll, wrong };
}

/** Something changes over night on the publisher's site. */
export function playChange(
  { page, profile, roll, wrong }: Known,
  change: (page: Element) => Element,
): Caught {
  let known = profile;
  for (let number = 0; number < WITHIN; number++) {
    const watching = show(known, change(varied(page, roll)), BEFORE + number);
    known = watching.profile;
    const { alarm } = watching;
    if (alarm) return { after: number + 1, alarm, false: wrong };
  }
  return { after: null, alarm: null, false: wrong };
}

function show(profile: GuardProfile | null, shown: Element, number: number): Watching {
  const at = START + number * 3 * HOUR_MS;
  const url = `https://journal.example/news/${1_000 + number}`;
  const read = extract(writePage(shown), { url, observe: true, now: new Date(at) });
  return watchPage(profile, lookAt(read, url), at);
}

/** Another article of the same site: paragraphs come and go, some boxes are there on some days. */
function varied(page: Element, roll: () => number): Element {
  const vary = (element: Element): Element => {
    const { children } = element;
    const texts = children.filter((it) => isParagraph(it));
    if (texts.length >= 3) {
      const kept = children.filter((it) => !isParagraph(it) || roll() > 0.25);
      const more = Array.from({ length: Math.floor(roll() * 4) }, () => sentence(roll));
      return { ...element, children: [...kept, ...more.map((it) => el('p', it))] };
    }
    const lists = children.filter((it) => typeof it !== 'string' && it.tag === 'li').length;
    if (lists >= 4) {
      return {
        ...element,
        children: children.filter((it) => typeof it === 'string' || roll() > 0.3),
      };
    }
    return element;
  };
  const changed = mapElements(page, vary);
  // Now and then a box is missing.
  return mapElements(changed, (it) =>
    it.tag === 'aside' && roll() < 0.1 ? { ...it, children: [] } : it,
  );
}

const isParagraph = (it: Piece): it is Element =>
  typeof it !== 'string' && it.tag === 'p' && sizeOf(it) > 60;

const WORDS =
  'council market harbour minister budget school river season report village bridge hospital winter festival price water league harvest coast train'.split(
    ' ',
  );

export function sentence(roll: () => number): string {
  const words = Array.from({ length: 18 }, () => WORDS[Math.floor(roll() * WORDS.length)]);
  return `The ${words.join(' ')}.`;
}
