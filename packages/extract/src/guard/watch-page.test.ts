import { expect, it } from 'vitest';
import type { PageLook } from './look.ts';
import { type GuardProfile, newProfile, readProfile } from './profile.ts';
import { watchPage } from './watch-page.ts';

const HOUR_MS = 3_600_000;
const START = Date.UTC(2026, 0, 5);
const PAST = 240;

const text: PageLook = {
  ...{ isArticle: true, title: true, date: true, authors: true, image: true },
  ...{ film: false, section: 'monde', words: 300, sureness: 0.95 },
  frame: Int32Array.from({ length: 30 }, (_, n) => n + 1),
};
const brief: PageLook = { ...text, words: 30 };
const film: PageLook = { ...brief, film: true };

/** A page each third hour, of texts of several lengths. */
function teach(look: Partial<PageLook> = {}): GuardProfile {
  let profile = newProfile(START);
  for (let n = 0; n < PAST; n++) {
    const words = 200 + 37 * (n % 6);
    profile = watchPage(profile, { ...text, words, ...look }, START + n * 3 * HOUR_MS).profile;
  }
  return profile;
}

/** After how many pages it is told; null where it is not. */
function told(known: GuardProfile, looks: readonly PageLook[], everyMs = 3 * HOUR_MS) {
  let profile = known;
  for (const [n, look] of looks.entries()) {
    const at = START + PAST * 3 * HOUR_MS + n * everyMs;
    const watching = watchPage(profile, look, at);
    if (watching.alarm) return n + 1;
    profile = watching.profile;
  }
  return null;
}

const many = (count: number, ...looks: readonly PageLook[]): PageLook[] =>
  Array.from({ length: count }, (_, n) => looks[n % looks.length] as PageLook);

it('tells of texts of which two sentences are left', () => {
  expect(told(teach(), many(20, brief))).toBeLessThanOrEqual(20);
});

it('lets a day of films pass, be they articles or not', () => {
  expect(told(teach(), many(60, film), HOUR_MS / 3)).toBeNull();
  expect(told(teach(), many(60, { ...film, isArticle: false }), HOUR_MS / 3)).toBeNull();
});

it('believes no films that are all there is for days', () => {
  expect(told(teach(), many(60, film))).toBeLessThanOrEqual(40);
});

it('excuses nothing by films where all texts have one', () => {
  expect(told(teach({ film: true }), many(20, film))).toBeLessThanOrEqual(20);
});

it('lets a section of briefs open beside the others', () => {
  const briefs = { ...brief, section: 'en-bref' };
  expect(told(teach(), many(120, briefs, briefs, briefs, text))).toBeNull();
});

it('takes other sections in another template for what they are: the same texts, lost', () => {
  const lost = { ...brief, section: 'articles', frame: Int32Array.of(90, 91, 92, 93) };
  expect(told(teach(), many(20, lost))).toBeLessThanOrEqual(20);
});

it('is not hurried by the night of an election', () => {
  const night = many(150, ...many(8, brief), text);
  expect(told(teach(), night, HOUR_MS / 4)).toBeNull();
});

it('goes on from a past that was kept before films and sections were watched', () => {
  const { films: _, shelves: __, pace: ___, ...old } = teach();
  const known = readProfile(JSON.parse(JSON.stringify(old))) as GuardProfile;
  expect(told(known, many(20, brief))).toBeLessThanOrEqual(20);
});
