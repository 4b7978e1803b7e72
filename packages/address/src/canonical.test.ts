import { describe, expect, it } from 'vitest';
import { canonicalAddress, hostOf } from './index.ts';

describe('canonicalAddress', () => {
  it.each([
    ['HTTPS://Www.Site.example:443/A?b=1', 'https://www.site.example/A?b=1'],
    ['http://site.example:80', 'http://site.example/'],
    ['https://site.example./a', 'https://site.example/a'],
    ['https://user:word@site.example/a', 'https://site.example/a'],
    ['  https://site.example/a \n', 'https://site.example/a'],
    ['\u200fhttps://site.example/a\u200e', 'https://site.example/a'],
    ['https://site.example/خبر', 'https://site.example/%D8%AE%D8%A8%D8%B1'],
    ['https://أخبار.example/', 'https://xn--igbicxr.example/'],
    ['https://site.example/a#comments', 'https://site.example/a'],
    ['https://site.example/#!/a/1', 'https://site.example/#!/a/1'],
    ['https://site.example/?a=1&amp;b=2', 'https://site.example/?a=1&b=2'],
    ['https://site.example/?a=1&#038;b=2', 'https://site.example/?a=1&b=2'],
    ['https://site.example/?utm_source=x&id=7&fbclid=y', 'https://site.example/?id=7'],
    ['https://site.example/?Q=A%20b+c', 'https://site.example/?Q=A%20b+c'],
    ['https://site.example/a&utm_source=x', 'https://site.example/a'],
    ['https://site.example/a%3Ffbclid=x', 'https://site.example/a'],
    ['https://site.example/a&b', 'https://site.example/a&b'],
    [
      'https://site.example/a?_x_tr_sl=ar&__cf_chl_tk=x&taid=y&gaa_n=z&wprov=v',
      'https://site.example/a',
    ],
    ['http://localhost:8080/a', 'http://localhost:8080/a'],
    ['http://[2001:db8::1]/a', 'http://[2001:db8::1]/a'],
  ])('%s is %s', (input, canonical) => {
    expect(canonicalAddress(input)).toBe(canonical);
  });

  it.each([
    ['a/b', 'https://site.example/x/a/b'],
    ['/a', 'https://site.example/a'],
    ['//other.example/a', 'https://other.example/a'],
    ['?p=2', 'https://site.example/x/y?p=2'],
  ])('%s is taken relative to the base', (input, canonical) => {
    expect(canonicalAddress(input, 'https://site.example/x/y')).toBe(canonical);
  });

  it.each([
    '',
    'words',
    '/a',
    'https://',
    'http:///',
    'ftp://site.example/',
    'data:text/html,x',
    'javascript:alert(1)',
    'mailto:a@site.example',
    'file:///etc/passwd',
    'tel:+212500000000',
    'https://site.example:99999/',
    'http://[::1',
    'http://articles/1',
    'http://.site.example/',
    'http://a..example/',
    'https://a b.example/',
    'http://256.1.1.1/',
    `https://${'a'.repeat(64)}.example/`,
    `https://site.example/${'a'.repeat(5_000)}`,
    `https://${'a.'.repeat(127)}example/`,
  ])('%s is rejected', (input) => {
    expect(canonicalAddress(input)).toBeNull();
  });

  it.each([
    ['https://l.facebook.com/l.php?u=https%3A%2F%2Fsite.example%2Fa%3Ffbclid%3D1&h=x'],
    ['https://www.google.com/url?rct=j&sa=t&url=https://site.example/a&ct=ga'],
    ['https://www.google.co.ma/amp/s/site.example/a'],
    ['https://site-example.cdn.ampproject.org/v/s/site.example/a?amp_js_v=0.1&usqp=x'],
    ['https://cdn.ampproject.org/c/s/site.example/a'],
    ['https://out.reddit.com/t3_x?url=https%3A%2F%2Fsite.example%2Fa&token=y'],
    [
      'https://l.instagram.com/?u=https%3A%2F%2Fl.facebook.com%2Fl.php%3Fu%3Dhttps%253A%252F%252Fsite.example%252Fa',
    ],
  ])('%s is unwrapped', (input) => {
    expect(canonicalAddress(input)).toBe('https://site.example/a');
  });

  it('leaves redirectors alone that lead nowhere or to no web page', () => {
    expect(canonicalAddress('https://l.facebook.com/l.php?u=javascript:1')).toBe(
      'https://l.facebook.com/l.php?u=javascript:1',
    );
  });

  it('gives itself for what it gave', () => {
    for (const input of [
      'https://site.example/?a=1&amp;utm_x=2#b',
      'https://site.example/خ?q=%d8#!/x',
    ]) {
      const once = canonicalAddress(input) ?? '';
      expect(canonicalAddress(once)).toBe(once);
    }
  });

  it('stays fast on input made to be slow', () => {
    const { user: before } = process.cpuUsage();
    for (const part of ['%', ' ', '&amp;', '/', '-', ';', '\u200f', '%D8'])
      canonicalAddress(`https://site.example/${part.repeat(4_000 / part.length)}x`);
    expect((process.cpuUsage().user - before) / 1_000).toBeLessThan(1_000);
  });
});

it('hostOf is the same for both schemes and keeps a port of its own', () => {
  expect(hostOf('https://site.example/a')).toBe('site.example');
  expect(hostOf('http://site.example:443/')).toBe('site.example');
  expect(hostOf('http://site.example:8080/')).toBe('site.example:8080');
});
