import { expect, it } from 'vitest';
import { ar } from './ar.ts';
import type { Counted } from './counted.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';

const so = (n: number): Counted => ({ n, text: `${n}`, toString: () => `${n}` });

it.each([
  [1, 'مصدر واحد: مخفق', '1 source : en échec', '1 source is failing'],
  [2, 'مصدران: مخفق', '2 sources : en échec', '2 sources are failing'],
  [3, '3 مصادر: مخفق', '3 sources : en échec', '3 sources are failing'],
  [11, '11 مصدرا: مخفق', '11 sources : en échec', '11 sources are failing'],
  [100, '100 مصدر: مخفق', '100 sources : en échec', '100 sources are failing'],
])('says %i sources as each language does', (n, arabic, french, english) => {
  expect(ar.trouble.sources(so(n), ar.healths.failing)).toBe(arabic);
  expect(fr.trouble.sources(so(n), fr.healths.failing)).toBe(french);
  expect(en.trouble.sources(so(n), en.healths.failing)).toBe(english);
});

it.each([
  [0, 0, 'لا إخفاق', 'aucun échec', 'no failure'],
  [1, 1, 'إخفاق واحد في مجموعة واحدة', '1 échec en 1 groupe', '1 failure in 1 group'],
  [12, 2, '12 إخفاقا في مجموعتين', '12 échecs en 2 groupes', '12 failures in 2 groups'],
  [500, 3, '500 إخفاق في 3 مجموعات', '500 échecs en 3 groupes', '500 failures in 3 groups'],
])('says %i failures in %i groups', (n, groups, arabic, french, english) => {
  expect(ar.matched(so(n), so(groups))).toBe(arabic);
  expect(fr.matched(so(n), so(groups))).toBe(french);
  expect(en.matched(so(n), so(groups))).toBe(english);
});

it('says jobs and words of a text so that they agree', () => {
  expect(ar.trouble.held(so(2))).toContain('مهمتان تنتظران');
  expect(ar.past.words(so(7))).toBe('7 كلمات');
  expect(fr.past.words(so(1))).toBe('1 mot');
  expect(en.trouble.quarantine(so(1))).toBe('1 job is quarantined: a question for a person');
});
