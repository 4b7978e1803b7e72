import { describe, expect, it } from 'vitest';
import { isGate } from './gate-words.ts';

describe('isGate', () => {
  it.each([
    'Sign up for a free account to finish this story.',
    'You have read your five free stories for May.',
    'The full text is in Saturday’s paper, and you can read it there.',
    'Cet article est réservé aux adhérents.',
    'Lisez la suite pour seulement 0,99 €',
    'Contenu payant. Identifiez-vous.',
    'هذا المقال للمشتركين فقط، اشترك لتقرأ المزيد',
    'لقد قرأت كل المقالات المجانية المتاحة لك هذا الشهر',
  ])('knows where a text stops: %s', (line) => {
    expect(isGate(line)).toBe(true);
  });

  it.each([
    'You can read the report for nothing in the library.',
    'Members of the club get in free; others pay £5 at the door.',
    'Sign up to comment on this article.',
    'Subscribe to our newsletter for stories like this one.',
    'If you enjoyed this article, join our supporters.',
    'Les abonnés au gaz recevront un courrier.',
    'تقرأ التلميذة كتابا كل أسبوع.',
  ])('leaves what an article may tell: %s', (line) => {
    expect(isGate(line)).toBe(false);
  });
});
