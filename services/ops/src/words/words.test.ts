import { REASONS } from '@nashra/ledger';
import { expect, it } from 'vitest';
import { ar } from './ar.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';

it.each([
  ['ar', ar],
  ['fr', fr],
])('gives every reason of the ledger its meaning in %s', (_, { reasons }) => {
  expect(Object.keys(reasons).toSorted()).toEqual(Object.keys(REASONS).toSorted());
});

it('leaves nothing in English where another language is spoken', () => {
  const texts = (words: object): string[] =>
    Object.entries(words).flatMap(([name, it]) => {
      if (typeof it === 'function') return [`${name}: ${it('7', '8')}`];
      if (typeof it === 'object') return name === 'reasons' ? [] : texts(it);
      return [`${name}: ${it}`];
    });
  const english = new Set(texts(en));
  const same = texts(ar).filter((it) => english.has(it));
  // What is typed as it stands.
  expect(same).toEqual([`filterHint: ${en.filterHint}`]);
});
