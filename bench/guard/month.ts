import { type GuardProfile, type PageLook, watchPage } from '@nashra/extract';
import { type Dice, openDice } from '../schedule/dice.ts';

const DAY_MS = 86_400_000;
const START = Date.UTC(2026, 0, 5);
const FRIDAY = 5;

/** A kind of page that a publisher has: its news, what it takes from agencies, its pictures of the day. */
export interface Kind {
  readonly weight: number;
  readonly shares: Readonly<
    Record<'isArticle' | 'title' | 'date' | 'authors' | 'image' | 'film', number>
  >;
  readonly words: number;
  readonly spread: number;
  readonly sureness: number;
  readonly section: string;
  readonly frame: readonly number[];
}

/** What is going on on a day: so many times the usual number of pages, and a kind of page that this share of them are of. */
export interface Event {
  readonly times: number;
  readonly kind: Kind;
  readonly share: number;
}

/** What befalls a publisher, by the day; null for a day as any other. */
export type Fate = (kinds: readonly Kind[], dice: Dice) => (day: number) => Event | null;

const NOTHING: Fate = () => () => null;

/**
 * Plays publishers on whose sites nothing changes: several kinds of pages in bursts, a Friday with a fifth of the articles
 * and other kinds than usual, boxes that come and go. Gives whom the guard was alarmed about.
 */
export function playMonths(publishers: number, days: number, seed: number, fate = NOTHING) {
  const wrong: { publisher: number; day: number; fields: string[] }[] = [];
  let pages = 0;
  for (let publisher = 0; publisher < publishers; publisher++) {
    const dice = openDice(seed * 1_000 + publisher);
    // What befalls a publisher, and what its sections are, leave the rest of its dice alone.
    const luck = openDice(seed * 1_000_003 + publisher);
    const perDay = 3 * Math.exp(3.5 * dice());
    // Whether a page says its date is a matter of the template, and all kinds share that.
    const dated = likely(dice);
    const kinds = kindsOf(Math.floor(1 + 4 * dice()), { dated, dice, luck });
    const eventOf = fate(kinds, luck);
    let profile: GuardProfile | null = null;
    let kind = kinds[0] as Kind;
    for (let day = 0; day < days; day++) {
      const isFriday = day % 7 === FRIDAY - 1;
      const event = eventOf(day);
      const count = dice.poisson((event?.times ?? 1) * (isFriday ? perDay / 5 : perDay));
      for (let number = 0; number < count; number++) {
        // An editor publishes several of a kind in a row; on a Friday other kinds are the usual ones.
        if (dice() < 0.3) {
          kind = choose(kinds, dice, isFriday);
          if (event && luck() < event.share) kind = event.kind;
        }
        const at = START + day * DAY_MS + (number * DAY_MS) / count;
        const { profile: next, alarm } = watchPage(profile, lookOf(kind, dice), at);
        profile = next;
        pages++;
        if (alarm) wrong.push({ publisher, day, fields: alarm.fields.map(({ field }) => field) });
      }
    }
  }
  return { pages, wrong };
}

/** Most publishers have it on nearly all pages; what others have is anybody's guess. */
const likely = (dice: Dice): number => (dice() < 0.7 ? 1 - 0.05 * dice() : dice());

interface Chances {
  readonly dated: number;
  readonly dice: Dice;
  readonly luck: Dice;
}

function kindsOf(count: number, { dated, dice, luck }: Chances): Kind[] {
  const hasSections = luck() < 0.7;
  // Most houses have a film on few of their articles; broadcasters on most.
  const film = luck() < 0.8 ? 0.1 * luck() : luck();
  return Array.from({ length: count }, (_, at) => {
    const section = hasSections ? `section-${at}` : 'news';
    return kindOf(dice, at, { dated, section, film });
  });
}

function kindOf(
  dice: Dice,
  at: number,
  { dated, section, film }: { dated: number; section: string; film: number },
): Kind {
  return {
    weight: 1 / (1 + at * 2),
    shares: {
      isArticle: 1 - 0.1 * dice() ** 2,
      title: 1,
      date: Math.max(0, dated - 0.1 * dice() ** 2),
      authors: likely(dice),
      image: likely(dice),
      film,
    },
    words: 60 * Math.exp(2.3 * dice()),
    spread: 0.2 + 0.5 * dice(),
    sureness: 0.7 + 0.28 * dice(),
    section,
    frame: Array.from({ length: 40 }, (_, place) => (place < 28 ? place + 1 : at * 1_000 + place)),
  };
}

/** On a Friday what is rare else is the usual. */
function choose(kinds: readonly Kind[], dice: Dice, isFriday: boolean): Kind {
  const weightOf = ({ weight }: Kind) => (isFriday ? 1 / weight : weight);
  let left = dice() * kinds.reduce((sum, kind) => sum + weightOf(kind), 0);
  for (const kind of kinds) {
    left -= weightOf(kind);
    if (left <= 0) return kind;
  }
  return kinds[0] as Kind;
}

function lookOf({ shares, words, spread, sureness, section, frame }: Kind, dice: Dice): PageLook {
  const has = (share: number) => dice() < share;
  return {
    isArticle: has(shares.isArticle),
    title: has(shares.title),
    date: has(shares.date),
    authors: has(shares.authors),
    image: has(shares.image),
    film: has(shares.film),
    section,
    words: Math.round(words * Math.exp(spread * dice.normal())),
    sureness: Math.min(1, Math.max(0, sureness + 0.07 * dice.normal())),
    frame: Int32Array.from(frame.filter(() => dice() > 0.04)),
  };
}
