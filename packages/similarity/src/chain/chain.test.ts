import { describe, expect, it } from 'vitest';
import { signatureOf } from '../signature/signature-of.ts';
import { chainOf, type Version } from './chain.ts';
import { type Habit, habitOf, type Past, type Precision } from './habit.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 4, 12);

const sentences = Array.from(
  { length: 12 },
  (_, n) =>
    `الجملة ${n} تروي ما جرى في الحي ${n * 7} حين خرج الجيران رقم ${n * 13} إلى الساحة الكبرى.`,
);
const signature = (from: number, to: number) =>
  signatureOf({
    title: 'ما جرى في الحي',
    body: sentences.slice(from, to).join(' '),
    language: 'ar',
  });
const WHOLE = signature(0, 8);

function version(id: number, more: Partial<Version> = {}): Version {
  const at = START + id * HOUR;
  return {
    id,
    publisherId: id,
    signature: WHOLE,
    credits: [],
    publishedAt: at,
    precision: 'second',
    firstSeenAt: at + 5 * MINUTE,
    ...more,
  };
}
const order = (versions: Version[], habits?: Map<number, Habit>) =>
  chainOf(versions, habits).map(({ id }) => id);

describe('a chain', () => {
  it('says what each version took from those before it, and how late it was', () => {
    const links = chainOf([
      version(1),
      version(2),
      version(3, { signature: signature(0, 3) }),
      version(4, { signature: signature(0, 12) }),
      version(5, { signature: signature(4, 12) }),
      version(6, { signature: signature(0, 0) }),
    ]);
    expect(links.map(({ kind }) => kind)).toEqual([
      'original',
      'copy',
      'part_of',
      'extended',
      'part_of',
      'title',
    ]);
    expect(links.map(({ delayMs }) => delayMs / HOUR)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(links[2]?.taken[0]).toEqual({ from: 1, share: 1 });
  });

  it('believes no time after a text was seen, none on an old date, and no midnight', () => {
    const [one, two, three, four] = [1, 2, 3, 4].map((id) => version(id));
    const chain = chainOf([
      { ...(four as Version), publishedAt: START - 400 * DAY + HOUR },
      { ...(three as Version), publishedAt: START },
      { ...(two as Version), publishedAt: START + 9 * HOUR },
      one as Version,
    ]);
    expect(chain.map(({ id }) => id)).toEqual([1, 2, 3, 4]);
    expect(chain.map(({ published }) => published.doubts)).toEqual([
      [],
      ['future'],
      ['midnight'],
      ['too_early'],
    ]);
  });

  it('sets an agency before those that credit it when only the day is known of theirs', () => {
    const credits = [{ agency: 'MAP', place: 'opening' }] as const;
    const paper = version(1, {
      publishedAt: START,
      precision: 'day',
      credits,
      firstSeenAt: START + 2 * HOUR,
    });
    const agency = version(2, {
      agency: 'MAP',
      publishedAt: START + 2.1 * HOUR,
      firstSeenAt: START + 3 * HOUR,
    });
    expect(order([paper, agency])).toEqual([1, 2]);
    expect(order([paper, { ...agency, publishedAt: START + 1.99 * HOUR }])).toEqual([2, 1]);
  });

  it('is the same whatever order versions are given in', () => {
    const versions = [1, 2, 3, 4, 5].map((id) => version(id));
    expect(order([...versions].reverse())).toEqual(order(versions));
  });

  it('of nobody is empty', () => expect(chainOf([])).toEqual([]));
});

function createDice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

type Lie = 'none' | 'future' | 'old' | 'midnight';

/** A publisher whose clock, zone and honesty are its own, read every ten minutes. */
function createPublisher(dice: () => number) {
  const way = dice();
  const skew =
    way < 0.5
      ? 0
      : way < 0.65
        ? (dice() - 0.5) * 16 * MINUTE
        : way < 0.8
          ? HOUR
          : way < 0.9
            ? -HOUR
            : 3 * HOUR;
  const precision: Precision = dice() < 0.2 ? 'day' : dice() < 0.5 ? 'minute' : 'second';
  const alwaysMidnight = dice() < 0.08;
  const say = (at: number, lie: Lie): Pick<Past, 'publishedAt' | 'precision' | 'firstSeenAt'> => {
    const firstSeenAt = at + dice() * 10 * MINUTE;
    const stated = at + skew;
    const day = Math.floor(stated / DAY) * DAY;
    if (lie === 'future')
      return { publishedAt: stated + 5 * HOUR + dice() * DAY, precision: 'second', firstSeenAt };
    if (lie === 'old')
      return {
        publishedAt: stated - 30 * DAY - dice() * 900 * DAY,
        precision: 'second',
        firstSeenAt,
      };
    if (lie === 'midnight' || alwaysMidnight)
      return { publishedAt: day, precision: 'second', firstSeenAt };
    if (precision === 'day') return { publishedAt: day, precision, firstSeenAt };
    const grain = precision === 'minute' ? MINUTE : 1000;
    return { publishedAt: Math.floor(stated / grain) * grain, precision, firstSeenAt };
  };
  const past = Array.from({ length: 30 }, (_, n) =>
    say(START - (30 - n) * 5 * HOUR - dice() * HOUR, 'none'),
  );
  return { say, habit: habitOf(past) };
}

/** Whether all pairs whose publications were further apart than a feed is read are in their order. */
function isOrdered(seed: number): boolean {
  const dice = createDice(seed);
  const habits = new Map<number, Habit>();
  const true_ = new Map<number, number>();
  let at = START + dice() * 20 * HOUR;
  const versions = Array.from({ length: 3 + Math.floor(dice() * 6) }, (_, id) => {
    const { say, habit } = createPublisher(dice);
    habits.set(id, habit);
    true_.set(id, at);
    const way = dice();
    const lie: Lie = way < 0.85 ? 'none' : way < 0.9 ? 'future' : way < 0.95 ? 'old' : 'midnight';
    const told = version(id, say(at, lie));
    at += -Math.log(1 - dice()) * 40 * MINUTE;
    return told;
  });
  const chain = order(
    versions.sort(() => dice() - 0.5),
    habits,
  ).map((id) => true_.get(id) as number);
  return chain.every((time, place) =>
    chain.slice(place + 1).every((later) => later > time - 10 * MINUTE),
  );
}

it('orders 98 of 100 invented cascades right, with skewed clocks, days only, and dates that lie', () => {
  const right = Array.from({ length: 300 }, (_, seed) => isOrdered(seed + 1)).filter(
    Boolean,
  ).length;
  expect(right).toBeGreaterThanOrEqual(294);
});
