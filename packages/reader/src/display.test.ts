import { expect, it } from 'vitest';
import { type Display, type Rights, shownArticle, shownCard } from './display.ts';

const article = (display: Display, rights: Rights | null) => ({
  display,
  rights,
  summary: 'ملخص قصير لما جاء في المقال',
  body: 'النص',
  html: '<p>النص</p>',
  images: [1],
  image: 1,
});

it('shows all of what nobody restricts, as it is', () => {
  const free = article('full', null);
  expect(shownArticle(free, 'machines')).toBe(free);
  expect(shownCard(free, 'machines')).toBe(free);
});

it('shows a summary without text and images, and of a headline nothing beside', () => {
  expect(shownArticle(article('summary', null), 'people')).toMatchObject({
    summary: 'ملخص قصير لما جاء في المقال',
    body: '',
    html: '',
    images: [],
  });
  expect(shownCard(article('headline', null), 'people')).toMatchObject({
    summary: null,
    image: null,
  });
});

it('cuts a summary between words to what a page allows', () => {
  const { summary } = shownArticle(article('summary', { snippet: 12 }), 'people');
  expect(summary).toBe('ملخص قصير…');
});

it('gives machines no text that is reserved from mining, and people all of it', () => {
  const reserved = article('full', { mining: 'reserved' });
  expect(shownArticle(reserved, 'people').body).toBe('النص');
  expect(shownArticle(reserved, 'machines')).toMatchObject({ display: 'summary', body: '' });
});

it('shows no image where the page wants none', () => {
  const plain = article('full', { image: false });
  expect(shownArticle(plain, 'people')).toMatchObject({ body: 'النص', images: [] });
  expect(shownCard(plain, 'people').image).toBeNull();
});
