import { describe, expect, it } from 'vitest';
import { readCanonical } from './canonical.ts';

const own = 'https://a.example/region/pont-ferme-jusqu-en-mars-48213';
const read = (value: string) =>
  readCanonical(new Map([['canonical', [value]]]), new Map(), own, own);

describe('readCanonical', () => {
  it('takes the address that the page calls its own', () => {
    expect(read('/region/pont-ferme-48213')).toBe('https://a.example/region/pont-ferme-48213');
    expect(read(own)).toBe(own);
  });

  it.each([
    ['the bare host', 'https://a.example/'],
    ['the section the article lies in', 'https://a.example/region/'],
    ['what a template left', 'undefined'],
    ['a field that was not filled', '/region/{{ page.slug }}'],
    ['a machine of the makers', 'http://localhost:3000/region/pont-48213'],
    ['a machine for trials', 'https://staging.a.example/region/pont-ferme-48213'],
    ['the page for what is not there', 'https://a.example/404'],
  ])('does not take %s', (_, value) => expect(read(value)).toBeNull());

  it('leaves a place on the page out', () => {
    expect(read(`${own}#comments`)).toBe(own);
  });

  it('takes the article itself from its page for phones', () => {
    const page = 'https://a.example/pont-ferme-jusqu-en-mars-48213/amp';
    const canonical = 'https://a.example/pont-ferme-jusqu-en-mars-48213/';
    const links = new Map([['canonical', [canonical]]]);
    expect(readCanonical(links, new Map(), page, page)).toBe(canonical);
  });
});
