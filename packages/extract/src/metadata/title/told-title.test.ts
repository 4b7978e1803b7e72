import { expect, it } from 'vitest';
import { toldTitle } from './told-title.ts';

const headings = ['The Paper', 'Dersouk council approves the winter budget'];

it('is what the feed says and the page shows, where the page is called by a name of the house', () => {
  const told = 'Dersouk Council approves the winter budget';
  expect(toldTitle('The Daily', told, { headings: ['News', headings[1] ?? ''] })).toBe(headings[1]);
  expect(toldTitle('The Daily', 'Another headline', { headings })).toBe('The Daily');
  expect(toldTitle('The Daily', undefined, { headings })).toBe('The Daily');
});

it('leaves a headline that newsrooms word in two ways', () => {
  const chosen = 'Winter budget: what the council has decided';
  expect(toldTitle(chosen, headings[1], { headings })).toBe(chosen);
});
