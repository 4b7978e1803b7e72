import { describe, expect, it } from 'vitest';
import { cleanLine, cleanText } from './clean.ts';
import { cutBytes, cutText } from './cut.ts';
import { storableJson } from './storable.ts';

describe('cleanText', () => {
  it.each([
    ['half a surrogate pair', 'a\ud83db', 'a\ufffdb'],
    ['the other half', 'a\ude00b', 'a\ufffdb'],
    ['NUL, escape, delete and C1', 'a\0\u001b[31m\u007f\u009bb', 'a[31mb'],
    ['controls that part words', 'a\vb\fc\u0085d', 'a b c d'],
    ['a byte order mark inside', '\ufeffa\ufeffb', 'ab'],
    ['noncharacters of every plane', 'a\ufffe\uffff\ufdd0\u{1fffe}\u{10ffff}b', 'ab'],
    ['overrides, embeddings and isolates', '\u202aa\u202e\u202cb\u2066c\u2069', 'abc'],
    ['text in tags', 'a\u{e0001}\u{e0068}\u{e0069}\u{e007f}b', 'ab'],
  ])('takes out %s', (_, text, clean) => expect(cleanText(text)).toBe(clean));

  it.each([
    ['tabs and line breaks', 'a\tb\r\nc\n\nd'],
    ['joiners of Persian and emoji', 'می\u200cخواهم 👩\u200d👩\u200d👧 ه\u200d'],
    ['direction marks', '\u200fخبر\u200f (AFP\u200e)'],
    [
      'flags spelt with tags',
      'a 🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f} b\u{e0061}'.slice(0, -2),
    ],
    ['letters beyond the basic plane', '𐓏𐓘 😀 ❤\ufe0f'],
  ])('keeps %s', (_, text) => expect(cleanText(text)).toBe(text));

  it('gives back clean text itself, so that it costs one look', () => {
    const text = 'صادق مجلس المدينة، مساء أمس\n'.repeat(40_000);
    const { user: before } = process.cpuUsage();
    expect(cleanText(text)).toBe(text);
    expect((process.cpuUsage().user - before) / 1_000).toBeLessThan(500);
  });
});

// The quick test lets nothing by that the thorough one would take out.
it('takes out the same of every character, whatever stands around it', () => {
  const foreign =
    /^[[\p{Cc}--[\t\n\r]]\p{Cs}\p{Noncharacter_Code_Point}\u202a-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]$/v;
  for (let code = 0; code <= 0x10ffff; code++) {
    const text = String.fromCodePoint(code);
    if (foreign.test(text) === (cleanText(text) === text)) expect.fail(code.toString(16));
  }
});

describe('cleanLine', () => {
  it('is one line with single blanks, none at its ends, and the direction marks as they were', () => {
    expect(cleanLine('\u200b\ufeff a\u00a0\n\t b\u2028\u200fc\u200e \u200b')).toBe(
      'a b \u200fc\u200e',
    );
  });

  it('is empty when nothing would be seen', () => {
    expect(cleanLine('\u200f \u202e\u200b')).toBe('');
  });
});

describe('cutText', () => {
  it.each([
    ['an emoji', 'a😀😀', 2, 'a'],
    ['a family', 'ab👩\u200d👩\u200d👧', 6, 'ab'],
    ['a flag', 'a🇲🇦🇹🇳', 7, 'a🇲🇦'],
    ['a letter and its mark', 'abe\u0301', 3, 'ab'],
    ['an Arabic letter and its vowel', 'كتَب', 2, 'ك'],
    ['a line break of two', 'a\r\nb', 2, 'a'],
  ])('does not cut through %s', (_, text, max, cut) => expect(cutText(text, max)).toBe(cut));

  it('keeps what fits whole', () => {
    expect(cutText('a😀', 3)).toBe('a😀');
    expect(cutText('', 0)).toBe('');
  });

  it('cuts a pile of marks that nobody reads as one letter, but never a code point', () => {
    const pile = `a${'\u0301'.repeat(5_000)}`;
    expect(cutText(pile, 1_000)).toHaveLength(1_000);
    const joined = '😀\u200d'.repeat(2_000);
    for (const max of [1_000, 1_001, 1_002]) {
      const cut = cutText(joined, max);
      expect(cut.isWellFormed()).toBe(true);
      expect(cut.length).toBeGreaterThan(max - 65);
    }
  });

  it('looks near the cut only', () => {
    const text = '😀'.repeat(5_000_000);
    const { user: before } = process.cpuUsage();
    for (let at = 1_001; at < 2_001; at += 2) expect(cutText(text, at)).toHaveLength(at - 1);
    expect((process.cpuUsage().user - before) / 1_000).toBeLessThan(1_000);
  });
});

describe('cutBytes', () => {
  it('counts bytes of UTF-8', () => {
    expect(cutBytes('كتاب', 5)).toBe('كت');
    expect(cutBytes('a😀b', 4)).toBe('a');
    expect(cutBytes('a😀b', 6)).toBe('a😀b');
    expect(cutBytes('كتاب', 100)).toBe('كتاب');
  });
});

describe('storableJson', () => {
  it('holds clean text alone, however deep', () => {
    const json = storableJson({ a: ['x\0y', { b: '\ud83d\u202e' }], n: 1 });
    expect(JSON.parse(json)).toEqual({ a: ['xy', { b: '\ufffd' }], n: 1 });
    expect(json).not.toMatch(/\\u/);
  });

  it('leaves clean text as it is, also where it looks like an escape', () => {
    const clean = { a: ['C:\\build\\u0000', '😀 نص\n', 'a"b'] };
    expect(storableJson(clean)).toBe(JSON.stringify(clean));
    expect(JSON.parse(storableJson({ a: 'x\b\u007fy\u0085z' }))).toEqual({ a: 'xy z' });
  });
});
