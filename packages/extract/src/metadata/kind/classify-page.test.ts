import { describe, expect, it } from 'vitest';
import { inventedPages } from '../../../train/sureness/invented-pages.ts';
import { extract } from '../../extract.ts';
import { addressShape } from './address-shape.ts';
import { isConsentTitle, isErrorTitle } from './error-words.ts';

const pages = inventedPages(4).map(({ kind, url, html }) => ({
  kind,
  judged: extract(Buffer.from(html), { url }),
}));
const shareRight = (kind: string): number => {
  const members = pages.filter((page) => page.kind === kind);
  return members.filter(({ judged }) => judged.kind === kind).length / members.length;
};

describe('classifyPage', () => {
  it.each(['article', 'error', 'home', 'video', 'gallery'])('knows every invented %s', (kind) => {
    expect(shareRight(kind)).toBe(1);
  });

  it('takes few listings for anything else', () => {
    expect(shareRight('listing')).toBeGreaterThan(0.95);
  });

  it('never calls a contact page an article', () => {
    for (const { kind, judged } of pages)
      if (kind === 'other') expect(judged.isArticle).toBe(false);
  });
});

describe('addressShape', () => {
  it.each([
    ['https://a.example/', 'home'],
    ['https://a.example/ar', 'home'],
    ['https://a.example/?p=2293', 'article'],
    ['https://a.example/?s=rain', 'listing'],
    ['https://a.example/tag/rain/page/2/', 'listing'],
    ['https://a.example/politics/minister-opens-new-bridge-today', 'article'],
    ['https://a.example/article/164913/الناشط', 'unknown'],
    ['https://a.example/2024/04/30/rain', 'article'],
    ['https://a.example/videos/rain', 'video'],
    ['https://a.example/diaporama/rain', 'gallery'],
    ['nonsense', 'unknown'],
  ])('sees %s as %s', (url, shape) => expect(addressShape(url)).toBe(shape));
});

describe('isErrorTitle', () => {
  it('tells error pages from news about errors', () => {
    for (const title of [
      '404 Not Found',
      'Page introuvable',
      'عذرا، الصفحة غير موجودة',
      'Just a moment...',
    ])
      expect(isErrorTitle(title)).toBe(true);
    for (const title of [
      'Errors found in the report',
      'Le maire introuvable depuis lundi',
      '404 jours de grève',
    ])
      expect(isErrorTitle(title)).toBe(false);
  });
});

describe('isConsentTitle', () => {
  it('tells walls of consent from news about privacy', () => {
    for (const title of ['Votre vie privée compte', 'We value your privacy', 'خصوصيتك تهمنا'])
      expect(isConsentTitle(title)).toBe(true);
    for (const title of ['La vie privée des élus au tribunal', 'Minister promises privacy law'])
      expect(isConsentTitle(title)).toBe(false);
  });
});
