import { describe, expect, it } from 'vitest';
import { decodeReferences, harmlessReferences } from './entities.ts';

describe('references', () => {
  it('are decoded as XML and HTML know them', () => {
    expect(decodeReferences('&lt;&#233;&#xE9;&eacute;&#x2F;&hellip;&apos;')).toBe("<ééé/…'");
  });

  it('mean windows-1252 in the C1 range', () => {
    expect(decodeReferences('l&#146;eau')).toBe('l’eau');
    expect(harmlessReferences('l&#146;eau &#160; &#x3e7;')).toBe('l’eau &#160; &#x3e7;');
  });

  it('to no character at all vanish', () => {
    expect(decodeReferences('a&#0;b&#xD800;c&#x110000;d&#99999999;e')).toBe('abcde');
  });

  it('to what no text may hold vanish, inside HTML too', () => {
    const written = 'a&#0;&#27;&#x202E;&#0000008238;&#xd83d;&#xFDD0;&#x81;b';
    expect(decodeReferences(written)).toBe('ab');
    expect(harmlessReferences(`${written}&#x202e c &amp;#39;`)).toBe('ab c &amp;#39;');
  });

  it('to both halves of a character are the character', () => {
    expect(decodeReferences('a&#55357;&#56832;b&#xD83D;&#xde00;c&#55357;&#55357;d')).toBe(
      'a😀b😀cd',
    );
    expect(harmlessReferences('a&#xd83d;&#56832;b')).toBe('a😀b');
  });

  it('need their semicolon, and a name that is known', () => {
    for (const text of ['?a=1&copy=2', 'AT&T', '&unheard;', '&;', '&', '&#;', '&#xg;']) {
      expect(decodeReferences(text)).toBe(text);
    }
  });

  it('are decoded once', () => {
    expect(decodeReferences('&amp;lt;')).toBe('&lt;');
  });
});
