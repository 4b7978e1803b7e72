import { type TestDatabase, testDatabase } from '@nashra/testkit';
import { foldText, searchText } from '@nashra/text';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ poolSize: 1 });
});
afterAll(() => database.drop());

/** The same dice every time. */
let state = 11;
const roll = (below: number) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * below);
};
const pick = <T>(from: readonly T[]): T => from[roll(from.length)] as T;

const SIGNS = [...'\t\n  -–—’\'"«»،؛؟.,:/@#_()½Ⅳ㎏ﷺﻻ１２٣۴ıİßÆœŁéÉçãñö🎉𝐁'];
const LETTERS = [...'ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءأإآؤئٱگڭپچڤیہًُِّْـ'];
const LATIN = [...'abcdefghijklmnopqrstuvwxyzABCÀÂÉÈÊËÏÎÔÙÛÜŸÇàâéèêëïîôùûüÿç'];
const FRONTS = ['', '', '20', 'ال', 'و', 'وال', 'بال', 'لل', 'ب', 'ل', 'فال', 'كال', 'ولل', 'وبال'];
const ENDS = [
  '',
  '',
  '19',
  'ة',
  'ات',
  'ها',
  'تها',
  'هم',
  'ون',
  'ين',
  'ية',
  'ي',
  'يين',
  'تين',
  'اتها',
  'ا',
  'نا',
  'يات',
  'وا',
  'يا',
];
const STEMS = [
  'مدرس',
  'مدارس',
  'وزير',
  'وزراء',
  'وزار',
  'التزام',
  'معارض',
  'كتاب',
  'مظاهر',
  'تكوين',
  'شرك',
  'عمل',
  'الله',
  'ألمان',
  'قوانين',
  'انتخاب',
];

const anyCharacter = () => {
  for (;;) {
    const point = pick([roll(0x3000), roll(0xffff), roll(0x20000)]) + 1;
    if (point < 0xd800 || point > 0xdfff) return String.fromCodePoint(point);
  }
};
const some = (count: number, one: () => string) => Array.from({ length: count }, one).join('');
const word = () =>
  pick([
    () => pick(FRONTS) + pick(STEMS) + pick(ENDS),
    () => pick(FRONTS) + some(1 + roll(6), () => pick(LETTERS)) + pick(ENDS),
    () => some(1 + roll(9), () => pick(LATIN)),
    () => some(1 + roll(5), anyCharacter),
    () => some(1 + roll(3), () => pick(SIGNS)),
  ])();

it('brings texts to their searched form as the worker does, whatever they hold', async () => {
  for (let round = 0; round < 12; round++) {
    const texts = Array.from({ length: 250 }, () =>
      some(1 + roll(6), () => word() + pick([' ', ' ', '', '-', '، '])),
    );
    const { rows } = await sql<{ folded: string; searched: string }>`
      select folded, nashra.search_text(folded) as searched
      from (select coalesce(nashra.fold_text(text), '') as folded, at
        from unnest(${texts}::text[]) with ordinality as t(text, at)) as folded order by at`.execute(
      database.db,
    );
    const ours = texts.map((text) => ({ folded: foldText(text), searched: searchText(text) }));
    expect(rows).toEqual(ours);
  }
}, 120_000);
