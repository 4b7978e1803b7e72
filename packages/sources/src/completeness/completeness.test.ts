import { describe, expect, it } from 'vitest';
import { isOverflow, learn } from '../rhythm/learn.ts';
import { HOUR_MS, newRhythm, type Rhythm } from '../rhythm/rhythm.ts';
import { expectedBetween } from './expected.ts';
import { suspectsOf } from './front-page.ts';
import { isLosing, LATEST } from './losing.ts';
import { addInterval, NO_SHORTFALL, type Shortfall, shortfallsOf } from './shortfall.ts';
import { unlistedOf } from './unlisted.ts';

const MINUTE = 60_000;
const WEEK = 168 * HOUR_MS;
const START = Date.UTC(2024, 0, 1);
const WARM = 3 * WEEK;
const POLL_MS = 2 * MINUTE;
const LOOK_MS = 6 * MINUTE;
const WINDOW = 60;

/** mulberry32 */
function dice(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  return next;
}

const KINDS = ['silent', 'short', 'overflow', 'sitemap', 'listing', 'lost'] as const;
type Kind = (typeof KINDS)[number];

/** An omission that is planted in a source's last week, at a busy hour. */
interface Plant {
  readonly kind: Kind;
  readonly at: number;
}

/** A source in virtual time: articles with the instants at which they are published. */
interface World {
  readonly articles: readonly { readonly at: number; readonly address: string }[];
  readonly plant: Plant | null;
}

const SHAPES = {
  plain: () => 1,
  // Nights of a tenth, weekends of a third.
  daily: (at: number) => {
    const hour = Math.floor(at / HOUR_MS) % 24;
    const day = (Math.floor(at / (24 * HOUR_MS)) + 4) % 7;
    return (hour < 6 ? 0.1 : 1.3) * (day === 0 || day === 6 ? 0.33 : 1.27);
  },
} as const;

function makeWorld(seed: number, plant: Kind | null): World {
  const next = dice(seed);
  const shape = seed % 2 === 0 ? SHAPES.plain : SHAPES.daily;
  const isBursty = plant === null && seed % 5 === 0;
  // What is not there is seen the sooner the more there is: these are agencies, of two hundred an hour.
  const perHour =
    plant === 'silent' || plant === 'short' ? 200 : plant === null ? 4 + 90 * next() : 60;
  const articles: World['articles'][number][] = [];
  const end = START + WARM + WEEK;
  const highest = (perHour * 1.7) / (isBursty ? 5 : 1);
  for (let now = START; now < end; ) {
    now += (-Math.log(1 - next()) * HOUR_MS) / highest;
    // Thinned: the rate of an hour is that hour's own.
    if (next() > shape(now) / 1.7) continue;
    const many = isBursty ? 1 + Math.floor(9 * next()) : 1;
    for (let of = 0; of < many; of += 1) {
      const address = `https://s.example/2024/a-long-title-${seed}-${articles.length}`;
      articles.push({ at: now + of * MINUTE * next(), address });
    }
  }
  articles.sort((a, b) => a.at - b.at);
  // A Wednesday at ten.
  const at = START + WARM + 2 * 24 * HOUR_MS + 10 * HOUR_MS + Math.floor(next() * HOUR_MS);
  return { articles, plant: plant && { kind: plant, at } };
}

/** Plays a source through warm weeks and one that is judged; gives what was told, when first, and when the first was left out. */
function play({ articles, plant }: World, seed: number) {
  const next = dice(seed + 1_000);
  const told = new Map<string, number>();
  const open = new Set<string>();
  const tell = (kind: string, at: number) => told.has(kind) || told.set(kind, at);
  let rhythm: Rhythm = newRhythm({ entries: 50, spanMs: HOUR_MS });
  let sums: Shortfall = NO_SHORTFALL;
  let polledAt = START;
  let lastEntryAt: number | null = null;
  const known = new Map<string, number>();
  let place = 0;
  let lookAt = START + WARM;
  let suspected = new Set<string>();
  const sitemap: { at: number; address: string }[] = [];
  let fates: boolean[] = [];
  let omittedAt: number | null = null;
  const isOn = (kind: Kind, now: number) => plant?.kind === kind && now >= plant.at;
  let pending: { at: number; address: string }[] = [];
  for (let now = START; now < START + WARM + WEEK; now += POLL_MS) {
    for (; place < articles.length && (articles[place]?.at ?? now) < now; place += 1) {
      const article = articles[place];
      if (!article) continue;
      sitemap.push(article);
      const isLeftOut =
        (isOn('silent', article.at) && true) ||
        (isOn('short', article.at) && next() < 0.9) ||
        ((isOn('sitemap', article.at) || isOn('listing', article.at)) && next() < 0.2);
      if (isLeftOut) omittedAt ??= article.at;
      else pending.push(article);
    }
    // The feed of whom nobody asks for a while shows no more than its window.
    if (
      isOn('overflow', now) &&
      plant &&
      now < plant.at + 3 * HOUR_MS &&
      pending.length < WINDOW + 5
    )
      continue;
    const shown = pending.slice(-WINDOW);
    const added = shown.length;
    pending = [];
    for (const { address } of shown) known.set(address, now);
    const isJudged = now - START >= WARM;
    const expected = expectedBetween(rhythm, polledAt, now);
    if (expected !== null) {
      sums = addInterval(sums, { expected, seen: added });
      const found = shortfallsOf(sums, open);
      for (const kind of ['silent', 'short']) open.delete(kind);
      for (const kind of found) {
        open.add(kind);
        if (isJudged) tell(kind, now);
      }
    }
    rhythm = learn(rhythm, { from: polledAt, to: now, added, shown: WINDOW, lastEntryAt });
    if (isJudged) {
      if (isOverflow({ added, shown: Math.min(WINDOW, known.size) })) tell('overflow', now);
      for (const { at } of shown) {
        if (isOn('lost', at)) omittedAt ??= at;
        fates = [...fates, isOn('lost', at) || next() < 0.02].slice(-LATEST);
      }
      if (isLosing({ ended: fates.length, lost: fates.filter(Boolean).length })) tell('lost', now);
      if (now >= lookAt) {
        lookAt = now + LOOK_MS;
        const recent = sitemap.slice(-30);
        const reading = { at: polledAt, keys: known, reachesTo: now - HOUR_MS };
        const omitted = unlistedOf(recent, [reading], (address) => address);
        if (plant?.kind !== 'listing' && omitted.length > 0) tell('sitemap', now);
        const evergreen = { address: 'https://s.example/about-us', knownAt: null };
        const old = { address: 'https://s.example/2019/a-most-read-title-of-old', knownAt: null };
        const links = [
          evergreen,
          ...recent
            .toReversed()
            .map(({ address }) => ({ address, knownAt: known.get(address) ?? null })),
          evergreen,
          old,
        ];
        const suspects = new Set(
          plant?.kind === 'listing' || plant === null ? suspectsOf(links, now) : [],
        );
        if ([...suspects].some((address) => suspected.has(address))) tell('listing', now);
        suspected = suspects;
      }
    }
    if (added > 0) lastEntryAt = now;
    polledAt = now;
  }
  return { told, omittedAt };
}

/** When the first entry leaves the window of a feed that nobody polls. */
function overflowAt({ articles, plant }: World): number {
  const from = plant?.at ?? 0;
  return articles.filter(({ at }) => at >= from)[WINDOW]?.at ?? Number.POSITIVE_INFINITY;
}

describe('completeness, in virtual time', () => {
  const planted = Array.from({ length: 20 }, (_, at) => KINDS[at % KINDS.length] as Kind);

  it.each(planted.map((kind, at) => [kind, at] as const))(
    'names a planted %s (%i) within fifteen minutes',
    (kind, at) => {
      const world = makeWorld(at + 1, kind);
      const { told, omittedAt } = play(world, at + 1);
      // What falls short of a rate is first one of both.
      const names = kind === 'short' ? ['short', 'silent'] : [kind];
      const when = Math.min(...names.map((name) => told.get(name) ?? Number.POSITIVE_INFINITY));
      // Of a window it is when the first entry has been pushed out, of a poll that nobody made in time.
      const from = omittedAt ?? overflowAt(world);
      expect(when).toBeGreaterThanOrEqual(from);
      expect((when - from) / MINUTE).toBeLessThanOrEqual(15);
    },
  );

  it('raises no false alarm in a week of fifteen sources of all rates', { timeout: 60_000 }, () => {
    for (let seed = 100; seed < 115; seed += 1) {
      expect([seed, ...play(makeWorld(seed, null), seed).told]).toEqual([seed]);
    }
  });
});

describe('a shortfall', () => {
  it('is told when the evidence suffices, and over when entries come again', () => {
    // Entries that come one by one.
    let sums: Shortfall = { ...NO_SHORTFALL, off: 100, due: 100 };
    const minute = (seen: number) => {
      sums = addInterval(sums, { expected: 1, seen });
    };
    for (let at = 0; at < 18; at += 1) minute(0);
    expect(shortfallsOf(sums, new Set())).toEqual([]);
    minute(0);
    expect(shortfallsOf(sums, new Set())).toEqual(['silent']);
    const told = new Set(['silent']);
    for (let at = 0; at < 10; at += 1) minute(1);
    expect(shortfallsOf(sums, told)).not.toContain('silent');
    for (let at = 0; at < 100; at += 1) minute(1);
    expect(shortfallsOf(sums, told)).toEqual([]);
  });
});
