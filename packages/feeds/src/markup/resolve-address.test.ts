import { describe, expect, it } from 'vitest';
import { resolveAddress, resolveBase } from './resolve-address.ts';

const base = 'http://a/b/c/d;p?q';

describe('resolveAddress', () => {
  // RFC 3986 §5.4.
  it.each([
    ['g:h', 'g:h'],
    ['g', 'http://a/b/c/g'],
    ['./g', 'http://a/b/c/g'],
    ['g/', 'http://a/b/c/g/'],
    ['/g', 'http://a/g'],
    ['//g', 'http://g'],
    ['?y', 'http://a/b/c/d;p?y'],
    ['g?y', 'http://a/b/c/g?y'],
    ['#s', 'http://a/b/c/d;p?q#s'],
    ['g#s', 'http://a/b/c/g#s'],
    [';x', 'http://a/b/c/;x'],
    ['.', 'http://a/b/c/'],
    ['./', 'http://a/b/c/'],
    ['..', 'http://a/b/'],
    ['../g', 'http://a/b/g'],
    ['../..', 'http://a/'],
    ['../../g', 'http://a/g'],
    ['../../../g', 'http://a/g'],
    ['/../g', 'http://a/g'],
    ['g..', 'http://a/b/c/g..'],
    ['./g/.', 'http://a/b/c/g/'],
    ['g/../h', 'http://a/b/c/h'],
    ['g;x=1/../y', 'http://a/b/c/y'],
    ['g?y/../x', 'http://a/b/c/g?y/../x'],
    ['http:g', 'http://a/b/c/g'],
  ])('takes %j from the base', (reference, address) => {
    expect(resolveAddress(reference, base)).toBe(address);
  });

  it('keeps what is absolute as it was written', () => {
    const written = 'HTTPS://Example.org/مقال?q=%C3%A9';
    expect(resolveAddress(written, base)).toBe(written);
    expect(resolveAddress('tag:a,2020:1', null)).toBe('tag:a,2020:1');
  });

  it('keeps letters outside ASCII of what is relative', () => {
    expect(resolveAddress('مقال', 'https://e.org/خبر/')).toBe('https://e.org/خبر/مقال');
  });

  it('mends spaces and line breaks', () => {
    expect(resolveAddress(' https://e.org/a b\n c ', null)).toBe('https://e.org/a%20b%20c');
  });

  it('has nothing to say of nothing, without a base, or of an address that runs', () => {
    expect(resolveAddress(' ', base)).toBeNull();
    expect(resolveAddress('a', null)).toBeNull();
    expect(resolveAddress('JavaScript:alert(1)', base)).toBeNull();
    expect(resolveAddress('https://', null)).toBeNull();
  });
});

describe('resolveBase', () => {
  it('leaves the outer base where the inner is none', () => {
    expect(resolveBase('sub/', 'https://e.org/a/')).toBe('https://e.org/a/sub/');
    expect(resolveBase('javascript:x', 'https://e.org/')).toBe('https://e.org/');
    expect(resolveBase('urn:x', 'https://e.org/')).toBe('https://e.org/');
  });
});
