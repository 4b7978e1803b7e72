import { expect, it } from 'vitest';
import { attributesOf, scanTags } from './scan-tags.ts';

it('passes over a tag whose quote never ends, and goes on behind it', () => {
  const tags = [
    ...scanTags(`<a title="it's"><A href='/1'><a title="open><base href=/b>`, ['a', 'base']),
  ];
  expect(tags.map(({ name, written }) => [name, written])).toEqual([
    ['a', ` title="it's"`],
    ['a', " href='/1'"],
    ['base', ' href=/b'],
  ]);
});

it('reads no attribute into the prototype of all objects', () => {
  expect(attributesOf(' __proto__=x constructor=y')).toEqual(
    Object.assign(Object.create(null), { __proto__: null, constructor: 'y' }),
  );
});
