import { describe, expect, it } from 'vitest';
import { absolutizeHtml } from './absolutize.ts';
import { looksLikeHtml, plainText } from './plain-text.ts';

describe('looksLikeHtml', () => {
  it('knows HTML from comparisons and generics', () => {
    expect(looksLikeHtml('a <b>c</b>')).toBe(true);
    expect(looksLikeHtml('a &amp; b')).toBe(true);
    expect(looksLikeHtml('a <!-- b --> c')).toBe(true);
    expect(looksLikeHtml('5 < 6 & 7 > 3')).toBe(false);
    expect(looksLikeHtml('List<T>')).toBe(false);
  });
});

describe('plainText', () => {
  it('takes markup and references away, and keeps what only looks like markup', () => {
    expect(plainText('<p>a &amp; <b>b</b></p><p>c <!-- x --> List<T> 5 < 6</p>')).toBe(
      'a & b c List<T> 5 < 6',
    );
  });

  it('puts everything on one line', () => {
    expect(plainText(' a\n\t b<br>c\u200b ')).toBe('a b c');
  });
});

describe('absolutizeHtml', () => {
  const base = 'https://e.org/dir/page';

  it('touches only attributes that hold addresses', () => {
    const html = '<a title="x/y" href=\'../z?a=1&amp;b=2\' data-x="/q">href="no"</a>';
    expect(absolutizeHtml(html, base)).toBe(
      '<a title="x/y" href="https://e.org/z?a=1&amp;b=2" data-x="/q">href="no"</a>',
    );
  });

  it('leaves HTML without relative addresses as it is', () => {
    const html = '<a href="https://x.org/">x</a><img src=\'http://y.org/i.png\'>';
    expect(absolutizeHtml(html, base)).toBe(html);
  });

  it('reads values without quotes, and tags inside values', () => {
    expect(absolutizeHtml('<img src=i.png>', base)).toBe('<img src="https://e.org/dir/i.png">');
    expect(absolutizeHtml('<img alt="a<br>b" src="i.png">', base)).toContain(
      'https://e.org/dir/i.png',
    );
  });

  it('takes as long as the text is long, whatever is left open', () => {
    const { user: before } = process.cpuUsage();
    for (const piece of ['<a href="', '<a href=\'x"', '<a "', '<!--', '<a href=/x ']) {
      absolutizeHtml(piece.repeat(50_000), base);
      plainText(piece.repeat(50_000));
    }
    expect((process.cpuUsage().user - before) / 1_000).toBeLessThan(5_000);
  });
});
