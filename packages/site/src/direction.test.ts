import { describe, expect, it } from 'vitest';
import { directionOf } from './direction.ts';

describe('the direction of a text', () => {
  it.each([
    ['iPhone 17 يصل إلى الأسواق المغربية', 'ar', 'rtl'],
    ['«Look Around» في خرائط آبل', 'ar', 'rtl'],
    ['2026: سنة الانتخابات', 'ar', 'rtl'],
    ['#المغرب vs #تونس', 'ar-MA', 'rtl'],
    ['L’OCP investit au Maroc', 'fr', 'ltr'],
    ['Le mot «حوار» au cœur du débat', 'fr', 'ltr'],
    ['…', 'ar', 'rtl'],
    ['2 - 1', 'ar', 'rtl'],
    ['2 - 1', 'fr', 'ltr'],
    ['خبر', 'ku-Arab', 'rtl'],
    ['Xeber', 'ku-Latn', 'ltr'],
  ])('«%s» in %s is that of its language: %s', (text, language, direction) => {
    expect(directionOf(text, language)).toBe(direction);
  });

  it.each([
    ['Le Matin du jour', 'ar', 'ltr'],
    ['خبر عاجل من الرباط', 'fr', 'rtl'],
    ['iPhone 17 يصل إلى الأسواق', null, 'rtl'],
    ['Breaking: أخبار and more news', null, 'ltr'],
    ['Hespress', null, 'ltr'],
  ])('«%s» said to be %s is told by its letters: %s', (text, language, direction) => {
    expect(directionOf(text, language)).toBe(direction);
  });
});
