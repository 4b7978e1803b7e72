import { describe, expect, it } from 'vitest';
import { foldDigits, foldLetters, foldText } from './fold-text.ts';

describe('foldText', () => {
  it.each([
    ['الأُمُّ وَالإِبْنُ وآخرون', 'الام والابن واخرون'],
    ['مدرســـة على اليسار', 'مدرسه علي اليسار'],
    ['شؤون الرئيس', 'شوون الرييس'],
    ['ﻻ إله ﷲ', 'لا اله الله'],
    ['أݣادير ڭليم', 'اكادير كليم'],
    ['صفحهٔ گیلان', 'صفحه كيلان'],
    ['عام ٢٠٢٤ و ۱۴۰۳', 'عام 2024 و 1403'],
    ['L’Œuvre d’ÉTÉ à Łódź — Straße', 'l oeuvre d ete a lodz strasse'],
    ['İstanbul ışık', 'istanbul isik'],
    ['Cafe\u0301', 'cafe'],
    ['\u202bمرحبا\u202c \u200fيا\u200c', 'مرحبا يا'],
    ['ＡＢＣ　１２３', 'abc 123'],
    ['𝐁𝐨𝐥𝐝 text 🎉 end', 'bold text end'],
    ['ⵜⴰⵎⴰⵣⵉⵖⵜ', 'ⵜⴰⵎⴰⵣⵉⵖⵜ'],
    ['हिन्दी', 'हिन्दी'],
    ['  a\u00a0\n\tb  ', 'a b'],
    ['…«»', ''],
  ])('folds %s', (text, expected) => expect(foldText(text)).toBe(expected));

  it('folds to a fixed point', () => {
    const text = 'الأُمُّ ﷺ L’Œuvre ½ Ⅳ ㎏ 한국어 が';
    expect(foldText(foldText(text))).toBe(foldText(text));
  });

  it('grows its space for texts of expansions only', () => {
    expect(foldText('ﷺ'.repeat(50_000)).length).toBe(50_000 * 18);
  });
});

it('keeps punctuation in foldLetters', () => {
  expect(foldLetters('الجمعة، ٨ أبريل - 23:56')).toBe('الجمعه، 8 ابريل - 23:56');
});

it('changes nothing but digits in foldDigits', () => {
  expect(foldDigits('الجمعة ٨ أبريل ۱۴')).toBe('الجمعة 8 أبريل 14');
});
