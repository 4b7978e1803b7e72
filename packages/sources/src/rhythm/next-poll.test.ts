import { describe, expect, it } from 'vitest';
import { learn } from './learn.ts';
import { nextPoll, type PollFacts } from './next-poll.ts';
import { paceOf } from './pace.ts';
import { HOUR_MS, newRhythm, pullOf, type Rhythm } from './rhythm.ts';
import { NO_WISHES } from './wishes.ts';

const MINUTE = 60_000;
const DAY = 24 * HOUR_MS;
/** A Monday, at midnight. */
const START = Date.UTC(2024, 0, 1);
const dice = () => 0.5;

/** What polls every 15 minutes for some weeks teach of a feed that brings so many entries in each hour of the day. */
function taught(entriesAt: (hour: number, day: number) => number, weeks = 3): Rhythm {
  let rhythm: Rhythm = newRhythm();
  let owed = 0;
  for (let at = START - weeks * 7 * DAY; at < START; at += 15 * MINUTE) {
    const hour = new Date(at);
    owed += entriesAt(hour.getUTCHours(), hour.getUTCDay()) / 4;
    const added = Math.floor(owed);
    owed -= added;
    rhythm = learn(rhythm, { from: at, to: at + 15 * MINUTE, added, shown: 30, lastEntryAt: null });
  }
  return rhythm;
}

const even = taught(() => 1);
const pace = pullOf(even);
const facts = (more: Partial<PollFacts> = {}): PollFacts => ({
  ...NO_WISHES,
  intervalMs: 15 * MINUTE,
  rhythm: even,
  pace,
  polledAt: START,
  shown: 30,
  trust: 1,
  ...more,
});
const minutes = (more: Partial<PollFacts>, now = more.polledAt ?? START) =>
  (nextPoll(facts(more), now, dice).at - (more.polledAt ?? START)) / MINUTE;

describe('nextPoll', () => {
  it('keeps to the interval where a feed brings what all bring, and spreads by the dice', () => {
    expect(minutes({})).toBeGreaterThan(13);
    expect(minutes({})).toBeLessThan(18);
    const early = nextPoll(facts(), START, () => 0).at;
    const late = nextPoll(facts(), START, () => 0.999).at;
    expect((late - early) / MINUTE).toBeCloseTo(1.5, 0);
    expect(nextPoll(facts(), START, dice)).toEqual(nextPoll(facts(), START, dice));
  });

  it('asks a feed rarely whose hub is believed, before its window is full and four times a day at the least', () => {
    expect(nextPoll(facts({ trust: 4 }), START, dice).why).toBe('told');
    expect(minutes({ trust: 4 }) / minutes({})).toBeCloseTo(4, 0);
    expect(minutes({ trust: 16, shown: 500 }) / minutes({})).toBeCloseTo(16, 0);
    expect(minutes({ trust: 16, shown: 5 })).toBeLessThan(120);
    expect(minutes({ trust: 16, rhythm: taught(() => 0.05), shown: 500 })).toBe(360);
  });

  it('asks a feed that brings four times as much twice as often', () => {
    const busy = taught(() => 4);
    expect(minutes({}) / minutes({ rhythm: busy })).toBeCloseTo(2, 0);
  });

  it('asks rarely in the silent hours of a feed, often in its full ones, and never below a quarter of its pace', () => {
    const nightly = taught((hour) => (hour >= 8 && hour < 20 ? 2 : 0));
    const night = minutes({ rhythm: nightly, polledAt: START + 2 * HOUR_MS });
    const noon = minutes({ rhythm: nightly, polledAt: START + 12 * HOUR_MS });
    expect(night).toBeGreaterThan(3 * noon);
    const dead = taught(() => 0);
    expect(minutes({ rhythm: dead })).toBe(60);
  });

  it('comes before what a feed shows is pushed out, sooner once that has happened', () => {
    const rhythm = taught(() => 20);
    const narrow = nextPoll(facts({ rhythm, shown: 5, pace: pullOf(rhythm) }), START, dice);
    expect(narrow.why).toBe('window');
    const polled = (pause: number, added: number, before: Rhythm) =>
      learn(before, {
        from: START - pause,
        to: START,
        added,
        shown: 5,
        lastEntryAt: START - pause,
      });
    const lost = polled(MINUTE * 6, 5, rhythm);
    const calm = polled(MINUTE * 6, 2, rhythm);
    const of = (it: Rhythm) => minutes({ rhythm: it, shown: 5, pace: pullOf(rhythm) });
    expect(of(lost)).toBeLessThan(of(calm) / 1.5);
  });

  it('leaves an interval of seconds alone', () => {
    const { at, why } = nextPoll(facts({ intervalMs: 2_000, freshMs: HOUR_MS }), START, dice);
    expect({ at, why }).toEqual({ at: START + 2_000, why: 'usual' });
  });

  it('does not ask before now, however long a poll took', () => {
    expect(nextPoll(facts(), START + DAY, dice).at).toBe(START + DAY);
  });
});

describe('what publishers ask for', () => {
  it('is no poll while an answer is fresh, up to four intervals', () => {
    expect(nextPoll(facts({ freshMs: 40 * MINUTE }), START, dice)).toEqual({
      at: START + 40 * MINUTE,
      why: 'fresh',
    });
    expect(minutes({ freshMs: DAY })).toBe(60);
  });

  it('keeps a busy feed with a ttl at its interval, and makes no feed slower than that', () => {
    const busy = taught(() => 6);
    const { at, why } = nextPoll(facts({ rhythm: busy, wishMs: DAY }), START, dice);
    expect({ minutes: (at - START) / MINUTE, why }).toEqual({ minutes: 15, why: 'asked' });
  });

  it('skips hours and days, but not for more than a day', () => {
    const skipHours = [0, 1, 2];
    const { at, why } = nextPoll(facts({ skipHours }), START, dice);
    expect({ hour: new Date(at).getUTCHours(), why }).toEqual({ hour: 3, why: 'skipped' });
    const always = { skipDays: [0, 1, 2, 3, 4, 5, 6] };
    expect(minutes(always)).toBeLessThan(25 * 60);
  });
});

describe('a failed poll', () => {
  const pause = (inARow: number, more: Partial<NonNullable<PollFacts['failure']>> = {}) =>
    nextPoll(facts({ failure: { reason: 'dns', inARow, waitMs: 0, ...more } }), START, dice).at -
    START;

  it('is followed by a minute, then by more, and at its interval at the most, for days', () => {
    expect([1, 2, 3].map((inARow) => pause(inARow) / MINUTE)).toEqual([1, 2, 4]);
    for (const inARow of [10, 50, 200]) expect(pause(inARow) / MINUTE).toBe(15);
    expect(pause(2_000) / HOUR_MS).toBe(24);
  });

  it('keeps whole what the server asks for, and does not hurry one who refuses', () => {
    expect(pause(1, { waitMs: 3 * DAY })).toBe(3 * DAY);
    expect(pause(1, { reason: 'gone' }) / MINUTE).toBe(15);
  });
});

it('gives all feeds together as many polls as their intervals say', () => {
  const groups = [0.01, 0.3, 0.5, 1, 2, 9].map((pull) => ({ pull, polls: 4 }));
  const found = paceOf(groups) ?? 0;
  const asked = groups.map(({ pull }) => 4 * Math.min(Math.max(pull / found, 1 / 4), 8));
  expect(asked.reduce((sum, it) => sum + it)).toBeCloseTo(24, 3);
  expect(paceOf([])).toBeNull();
});
