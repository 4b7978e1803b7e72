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

/** As words that count take it, and as text. */
const so = (n: number) => ({ n, text: `${n}`, toString: () => `${n}` });

it('leaves nothing in English where another language is spoken', () => {
  const texts = (words: object): string[] =>
    Object.entries(words).flatMap(([name, it]) => {
      if (typeof it === 'function') return [`${name}: ${it(so(7), so(8))}`];
      if (typeof it === 'object') return name === 'reasons' ? [] : texts(it);
      return [`${name}: ${it}`];
    });
  const english = new Set(texts(en));
  const same = texts(ar).filter((it) => english.has(it));
  // Arabic has the colon too; the other is typed as it stands.
  expect(same).toEqual([`colon: ${en.colon}`, `filterHint: ${en.filterHint}`]);
});
