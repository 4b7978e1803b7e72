import { beforeAll, describe, expect, it } from 'vitest';
import { detectLanguage, detectLanguageDetailed } from './detect.ts';

// The first Latin text that words do not decide loads the n-gram model.
beforeAll(() => void detectLanguage('Stadt'), 60_000);

describe('detectLanguage', () => {
  it.each([
    ['ar', 'فتحت المكتبة البلدية أبوابها أمام القراء'],
    ['ar', 'طقس الغد'],
    ['fa', 'این کتابخانه پس از سه سال باز شد و مردم از آن استقبال کردند'],
    ['fa', 'كتابخانه شهر براي مردم باز شده است'],
    ['fa', 'شهردار گفت كه كتابخانه باز مي‌شود'],
    ['ar', 'مباراة گالاتاسراي'],
    ['ar', 'ڤيروس جديد ينتشر'],
    ['ur', 'شہر میں بارش'],
    ['ur', 'کرکٹ ٹیم'],
    ['ur', 'شہر کی لائبریری تین سال کے بعد دوبارہ کھل گئی ہے'],
    ['ckb', 'کتێبخانەی شار دوای سێ ساڵ کرایەوە'],
    ['ps', 'د ښار کتابتون درې کاله وروسته بېرته پرانیستل شو'],
    ['zgh', 'ⵜⵉⴳⵎⵎⵉ ⵏ ⵉⴷⵍⵉⵙⵏ ⵜⵔⵥⵎ'],
    ['kab', 'Timkarḍit n temdint teldi tiwwura-s i yimeɣriyen deg wass-a'],
    ['fr', 'La bibliothèque municipale a rouvert ses portes ce matin'],
    ['en', 'The city library reopened its doors this morning'],
    ['es', 'La biblioteca municipal reabrió sus puertas esta mañana'],
    ['de', 'Die Stadtbibliothek hat heute Morgen wieder geöffnet'],
    ['ru', 'Городская библиотека снова открыла свои двери'],
    ['el', 'Η δημοτική βιβλιοθήκη άνοιξε ξανά'],
    ['he', 'הספרייה העירונית נפתחה מחדש'],
    ['ja', '市立図書館が再び開館しました'],
    ['zh', '市立图书馆重新开放了'],
    ['ko', '시립 도서관이 다시 문을 열었다'],
  ])('names %s', (lang, text) => expect(detectLanguage(text)).toBe(lang));

  it('says und for a text without letters, or the hint', () => {
    expect(detectLanguage('2024 – 3:2')).toBe('und');
    expect(detectLanguage('2024', 'fr-MA')).toBe('fr');
  });

  it('believes a declared language that its own words confirm, or that n-grams do not know', () => {
    const russian = 'В городе открыли библиотеку, и на открытие пришли все, кто в ней учился';
    expect(detectLanguageDetailed(russian, 'ru')).toMatchObject({ lang: 'ru', confidence: 0.9 });
    const zulu = 'Umtapo wolwazi wedolobha uvuliwe namuhla ekuseni ngemva kweminyaka emithathu';
    expect(detectLanguage(zulu, 'zu-ZA')).toBe('zu');
    expect(detectLanguage('The city library reopened its doors this morning', 'fr')).toBe('en');
  });

  it('flags Moroccan Arabic and keeps it Arabic', () => {
    const darija = detectLanguageDetailed('واش كاين شي حد عارف فين غادي نلقاو هاد الكتاب ديالنا');
    expect(darija).toMatchObject({ lang: 'ar', darija: true });
    expect(detectLanguageDetailed('فتحت المكتبة أبوابها أمام القراء').darija).toBe(false);
  });

  it('does not take English contractions for Amazigh', () => {
    expect(detectLanguage("I'd rather not do that again")).toBe('en');
  });
});
