import { type Dice, openDice } from './dice.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** A Monday, in virtual time. */
export const START = Date.UTC(2024, 0, 1);
const PAST_DAYS = 14;

/** An invented source: what it publishes when, and when it cannot be had. Instants are epoch ms. */
export interface Source {
  readonly kind: Kind;
  readonly entries: Float64Array;
  /** Entries that its feed shows. */
  readonly window: number;
  /** New entries to be expected in each hour from `START` on: what nobody but the world knows. */
  readonly rates: Float32Array;
  readonly outages: readonly { readonly from: number; readonly to: number }[];
  /** When its hub sends each entry: never where it does not, or has died. */
  readonly pushes?: Float64Array;
  /** What its entries are called among those who list the same, and when anybody found each of them; 0 for not yet. */
  readonly ids: Int32Array;
  readonly known: Float64Array;
  /** Of its entries, the share that each of its group takes up; absent where none does. */
  readonly takenUp?: readonly number[];
}

const KINDS = ['plain', 'bursty', 'nightly', 'weekly', 'batch', 'narrow', 'dead', 'moved'] as const;
export type Kind = (typeof KINDS)[number];
const SHARE: Readonly<Record<Kind, number>> = {
  plain: 0.22,
  bursty: 0.3,
  nightly: 0.2,
  weekly: 0.06,
  batch: 0.06,
  narrow: 0.06,
  dead: 0.06,
  moved: 0.04,
};

export interface World {
  /** Those that list the same entries stand together. */
  readonly groups: readonly (readonly Source[])[];
  readonly start: number;
  readonly end: number;
}

export function makeWorld(count: number, weeks: number, seed = 1): World {
  const end = START + weeks * 7 * DAY;
  const groups = Array.from({ length: count }, (_, at) => [
    makeSource(openDice(seed * 7919 + at), end),
  ]);
  return { groups, start: START, end };
}

/** The same world, where nobody has found anything yet. */
export function anew(world: World): World {
  for (const group of world.groups) for (const { known } of group) known.fill(0);
  return world;
}

const HUBS = 0.3;
const DEAD_HUBS = 0.1;
const LOST_PUSHES = 0.01;
const PUSH_MS = 10_000;
const SITEMAPS = 0.5;
/** Feeds of one publisher: its sections. */
const SECTIONS = 4;
const SITEMAP_WINDOW = 1_000;

/**
 * The same world with signals. Three sources of ten have a hub; a tenth of the hubs die untold in its course, and all lose one push
 * of a hundred. Every second source is a section of a publisher whose sitemap of news lists all of its four sections: it is
 * polled beside them, and what it shows first is no news in them.
 */
export function withSignals({ groups, start, end }: World, seed = 1): World {
  const sources = groups.flat().map((source, at): Source => {
    const dice = openDice(seed * 104_729 + at);
    if (dice() >= HUBS) return source;
    const diesAt = dice() < DEAD_HUBS ? start + dice() * (end - start) : end;
    const pushes = source.entries.map((published) => {
      const sent = published + dice.exponential(PUSH_MS);
      return sent > diesAt || dice() < LOST_PUSHES ? Number.POSITIVE_INFINITY : sent;
    });
    return { ...source, pushes };
  });
  const sections = sources.slice(0, Math.round(sources.length * SITEMAPS));
  const publishers = Array.from({ length: Math.ceil(sections.length / SECTIONS) }, (_, at) =>
    publisherOf(sections.slice(at * SECTIONS, (at + 1) * SECTIONS)),
  );
  return {
    groups: [...publishers, ...sources.slice(sections.length).map((it) => [it])],
    start,
    end,
  };
}

/** Sections, and the sitemap that lists what they do. */
function publisherOf(sections: readonly Source[]): Source[] {
  const all = sections.flatMap(({ entries }, section) =>
    Array.from(entries, (published, place) => ({ published, section, place })),
  );
  all.sort((a, b) => a.published - b.published);
  const known = new Float64Array(all.length);
  const ids = sections.map(({ entries }) => new Int32Array(entries.length));
  for (const [id, { section, place }] of all.entries()) (ids[section] as Int32Array)[place] = id;
  const rates = new Float32Array(sections[0]?.rates.length ?? 0);
  for (const section of sections)
    for (const [hour, rate] of section.rates.entries()) rates[hour] = (rates[hour] ?? 0) + rate;
  return [
    ...sections.map((it, at) => ({ ...it, known, ids: ids[at] ?? it.ids })),
    {
      kind: 'plain',
      entries: Float64Array.from(all, ({ published }) => published),
      window: SITEMAP_WINDOW,
      rates,
      outages: sections[0]?.outages ?? [],
      ids: Int32Array.from(all.keys()),
      known,
    },
  ];
}

/** Publishers of one beat. */
const BEAT = 8;
/** Of the entries of a source, those that are of interest to others. */
const EVENTS = 0.3;
const TAKEN_UP_MS = HOUR * 0.75;

/**
 * The same sources in beats of eight, which take up each other's reports: of three of ten entries each other source has its own, by its
 * own inclination, most within the hour.
 */
export function withCascades({ groups, start, end }: World, seed = 1): World {
  const sources = groups.flat();
  const beats = Array.from({ length: Math.ceil(sources.length / BEAT) }, (_, at) =>
    beatOf(sources.slice(at * BEAT, (at + 1) * BEAT), openDice(seed * 15_485_863 + at), end),
  );
  return { groups: beats, start, end };
}

function beatOf(own: readonly Source[], dice: Dice, end: number): Source[] {
  // Many follow hardly anybody, some nearly all.
  const inclined = own.map(() => own.map(() => dice() ** 3));
  const entries = own.map((source) => [...source.entries]);
  for (const [from, source] of own.entries())
    for (const published of source.entries) {
      if (dice() >= EVENTS) continue;
      for (const [to, chance] of (inclined[from] ?? []).entries())
        if (to !== from && dice() < chance)
          entries[to]?.push(published + dice.exponential(TAKEN_UP_MS));
    }
  return own.map((source, at) => {
    const all = Float64Array.from((entries[at] ?? []).filter((it) => it < end)).sort();
    const takenUp = (inclined[at] ?? []).map((chance, to) => (to === at ? 0 : chance * EVENTS));
    const ids = Int32Array.from(all.keys());
    return { ...source, entries: all, ids, known: new Float64Array(all.length), takenUp };
  });
}

function makeSource(dice: Dice, end: number): Source {
  const kind = kindOf(dice());
  const hours = Math.round((end - START) / HOUR);
  const shares = weekOf(kind, dice);
  // A median of eight a day, a few of some hundred.
  const perHour = (8 / 24) * Math.exp((kind === 'narrow' ? 0.6 : 1.3) * dice.normal());
  // Who publishes all at once publishes no more than a feed can show.
  const level = Math.min(perHour, kind === 'batch' ? 0.7 : 15);
  const diesAt = kind === 'dead' ? dice() * hours * 0.5 : Number.POSITIVE_INFINITY;
  let turn = 1;
  const rates = new Float32Array(hours);
  const entries: number[] = [];
  for (let hour = -PAST_DAYS * 24; hour < hours; hour += 1) {
    // Sources change: about every two months one publishes more, or less.
    if (dice() < 1 / 1_440) turn = Math.min(Math.max(turn * Math.exp(0.5 * dice.normal()), 0.2), 5);
    const rate = hour > diesAt ? 0 : level * turn * (shares[(hour + 168 * PAST_DAYS) % 168] ?? 0);
    if (hour >= 0) rates[hour] = rate;
    publish(entries, START + hour * HOUR, rate, kind, dice);
  }
  const sorted = Float64Array.from(entries.filter((at) => at < end)).sort();
  const window = kind === 'narrow' ? 8 + Math.floor(8 * dice()) : 20 + Math.floor(40 * dice());
  const known = new Float64Array(sorted.length);
  const ids = Int32Array.from(sorted.keys());
  return { kind, entries: sorted, window, rates, outages: outagesOf(kind, end, dice), ids, known };
}

function publish(entries: number[], hour: number, rate: number, kind: Kind, dice: Dice): void {
  if (kind !== 'bursty') {
    const spread = kind === 'batch' ? 0.15 : 1;
    for (let left = dice.poisson(rate); left > 0; left -= 1)
      entries.push(hour + dice() * spread * HOUR);
    return;
  }
  // Events: one report draws others, four on average, within the half hour.
  for (let left = dice.poisson(rate / 5); left > 0; left -= 1) {
    let at = hour + dice() * HOUR;
    entries.push(at);
    for (let more = 0; dice() < 0.8 && more < 15; more += 1) {
      at += dice.exponential(HOUR / 12);
      entries.push(at);
    }
  }
}

/** Shares of the 168 hours of a week from Monday on, with a mean of 1; of its own shape, not of one the learner has in mind. */
function weekOf(kind: Kind, dice: Dice): number[] {
  const peak = 8 + 10 * dice();
  const width = 3 + 4 * dice();
  const night = kind === 'nightly' ? 0 : 0.03 + 0.25 * dice();
  const weekend = dice() < 0.5 ? 1 : 0.2 + 0.6 * dice();
  const busyDay = Math.floor(dice() * 7);
  const shift = weekend < 0.6 ? 2 : 0;
  const batches = [Math.floor(dice() * 24), Math.floor(dice() * 24)];
  const week = Array.from({ length: 168 }, (_, hour) => {
    const day = Math.floor(hour / 24);
    const off = (((((hour % 24) - peak - (day > 4 ? shift : 0)) % 24) + 36) % 24) - 12;
    const share = Math.exp(-0.5 * (off / width) ** 2);
    let rate = (kind === 'nightly' && share < 0.2 ? 0 : night + share) * (day > 4 ? weekend : 1);
    rate *= Math.exp(0.25 * dice.normal());
    if (kind === 'weekly') rate *= day === busyDay ? 1 : 0.05;
    if (kind === 'batch') rate = batches.includes(hour % 24) ? 1 : 0.01;
    return rate;
  });
  const mean = week.reduce((sum, rate) => sum + rate, 0) / 168;
  return week.map((rate) => rate / mean);
}

/** Bad hours, some a month; who moves is nowhere for days. */
function outagesOf(kind: Kind, end: number, dice: Dice): Source['outages'] {
  const outages = [];
  for (let at = START + dice.exponential(15 * DAY); at < end; at += dice.exponential(15 * DAY)) {
    const from = at;
    at += dice.exponential(HOUR / 3);
    outages.push({ from, to: at });
  }
  if (kind === 'moved') {
    const from = START + dice() * (end - START);
    outages.push({ from, to: from + 2 * DAY });
  }
  return outages.sort((a, b) => a.from - b.from);
}

function kindOf(chance: number): Kind {
  let left = chance;
  for (const kind of KINDS) {
    left -= SHARE[kind];
    if (left < 0) return kind;
  }
  return 'plain';
}
