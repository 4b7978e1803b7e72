import { gzipSync } from 'node:zlib';
import { PipelineError } from '@nashra/errors';
import { describe, expect, it } from 'vitest';
import { FeedError, parseFeed } from './index.ts';

const url = 'https://example.org/feed';
const parse = (text: string, options = {}) => parseFeed(Buffer.from(text), { url, ...options });
const rss = (inside: string) => `<rss version="2.0"><channel>${inside}</channel></rss>`;
const codeOf = (work: () => unknown) => {
  try {
    work();
    return null;
  } catch (error) {
    return error instanceof FeedError ? error.code : error;
  }
};

describe('what is no feed', () => {
  it('is named by a code that is never tried again', () => {
    const error = new FeedError('NOT_A_FEED', 'x');
    expect(error).toBeInstanceOf(PipelineError);
    expect(error).toMatchObject({ retry: 'never', code: 'NOT_A_FEED' });
  });

  it('is a page, prose, other XML or noise', () => {
    for (const text of [
      '<!DOCTYPE html><html><body><rss/></body></html>',
      'hello',
      '<note><to/></note>',
      '\x01\x02\x03<\x04',
    ]) {
      expect(codeOf(() => parse(text))).toBe('NOT_A_FEED');
    }
  });

  it('is nothing but white space', () => {
    for (const text of ['', ' \n', '\ufeff', '\0\0'])
      expect(codeOf(() => parse(text))).toBe('FEED_EMPTY');
  });

  it('is damaged gzip', () => {
    expect(codeOf(() => parseFeed(gzipSync('x').subarray(0, 12), { url }))).toBe('NOT_A_FEED');
  });
});

describe('bounds', () => {
  it('end a document that is too large, packed or not', () => {
    const limits = { maxBytes: 1000 };
    expect(codeOf(() => parse(rss(' '.repeat(2000)), { limits }))).toBe('FEED_TOO_LARGE');
    expect(codeOf(() => parseFeed(gzipSync(rss(' '.repeat(2000))), { url, limits }))).toBe(
      'FEED_TOO_LARGE',
    );
  });

  it('pass over elements that lie too deep, and keep the entries', () => {
    const deep = '<a>'.repeat(5000);
    const feed = parse(rss(`<item><title>A</title>${deep}</item><item><title>B</title></item>`));
    expect(feed.entries.map(({ title }) => title)).toEqual(['A', 'B']);
    expect(feed.warnings.map(({ code }) => code)).toContain('too-deep');
  });

  it('end what is nothing but depth', () => {
    expect(codeOf(() => parse(`<rss>${'<a>'.repeat(5000)}`))).toBe('FEED_TOO_DEEP');
  });

  it('cut the list of entries', () => {
    const feed = parse(rss('<item><link>/1</link></item>'.repeat(30)), {
      limits: { maxItems: 10 },
    });
    expect(feed.entries).toHaveLength(10);
    expect(feed.warnings.map(({ code }) => code)).toEqual(['too-many-entries']);
  });

  it('cut a field', () => {
    const feed = parse(rss(`<item><link>/1</link><title>${'x'.repeat(500)}</title></item>`), {
      limits: { maxFieldChars: 100 },
    });
    expect(feed.entries[0]?.title).toHaveLength(100);
    expect(feed.warnings.map(({ code }) => code)).toEqual(['field-cut']);
  });

  it('give what was read when time runs out, or say so when that is nothing', () => {
    const many = rss('<item><title>A</title></item>'.repeat(5000));
    const feed = parse(many, { limits: { maxMs: 0 } });
    expect(feed.entries.length).toBeGreaterThan(0);
    expect(feed.entries.length).toBeLessThan(5000);
    expect(feed.warnings.map(({ code }) => code)).toContain('time-limit');
    expect(codeOf(() => parse(rss('<a/>'.repeat(5000)), { limits: { maxMs: 0 } }))).toBe(
      'FEED_TOO_SLOW',
    );
  });

  it('hold for entities that laugh', () => {
    const laughs = Array.from(
      { length: 9 },
      (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`,
    ).join('');
    const feed = parse(
      `<!DOCTYPE rss [<!ENTITY l0 "ha">${laughs}]>${rss('<item><title>&l0; &l9;</title></item>')}`,
    );
    expect(feed.entries[0]?.title).toBe('ha &l9;');
  });

  it('never read files', () => {
    const feed = parse(
      `<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]>${rss('<item><title>&x;</title></item>')}`,
    );
    expect(feed.entries[0]?.title).toBe('&x;');
  });
});

describe('the base of relative addresses', () => {
  const feed = rss('<link>/a</link>');

  it('is the feed’s address, or Content-Location where that is an address', () => {
    expect(parse(feed).link).toBe('https://example.org/a');
    expect(parse(feed, { contentLocation: 'https://other.example/x/' }).link).toBe(
      'https://other.example/a',
    );
    expect(parse(feed, { contentLocation: 'javascript:x' }).link).toBe('https://example.org/a');
  });

  it('stays where xml:base is none', () => {
    expect(
      parse(
        `<rss xml:base="javascript:"><channel xml:base="http://["><link>/a</link></channel></rss>`,
      ).link,
    ).toBe('https://example.org/a');
  });
});

describe('warnings', () => {
  const codesOf = (text: string, options = {}) =>
    parse(text, options).warnings.map(({ code }) => code);

  it('tell junk before and behind', () => {
    expect(codesOf(`junk${rss('')}`)).toEqual(['leading-junk']);
    expect(codesOf(`\n<?xml version="1.0"?>${rss('')}`)).toEqual(['leading-junk']);
    expect(codesOf(`${rss('')}<rss/>`)).toEqual(['trailing-junk']);
  });

  it('tell characters that XML forbids, and drop them', () => {
    const feed = parse(rss('<item><link>/1</link><title>a\x00b\x1fc</title></item>'));
    expect(feed.entries[0]?.title).toBe('abc');
    expect(feed.warnings.map(({ code }) => code)).toEqual(['control-character']);
  });

  it('tell references and prefixes that nobody declared', () => {
    expect(codesOf(rss('<title>a&nbsp;b</title>'))).toEqual(['bad-reference']);
    expect(codesOf(rss('<dc:title>a</dc:title>'))).toEqual(['undeclared-prefix']);
  });

  it('tell a content type that means something else', () => {
    expect(codesOf(rss(''), { contentType: 'text/html; charset=utf-8' })).toEqual(['content-type']);
    expect(codesOf(rss(''), { contentType: 'application/rss+xml' })).toEqual([]);
  });
});

it('dates nothing later than now', () => {
  const feed = parse(rss('<item><pubDate>Mon, 01 Jan 2080 00:00:00 GMT</pubDate></item>'), {
    now: new Date('2024-01-01T00:00:00Z'),
  });
  expect(feed.entries[0]?.published?.instant).toBe('2024-01-01T00:00:00Z');
});

it('takes a counter that was never set for no date', () => {
  const feed = parse(rss('<item><pubDate>Thu, 01 Jan 1970 01:00:00 +0100</pubDate></item>'));
  expect(feed.entries[0]?.published).toBeNull();
});

it('reads a publisher’s zone into dates that name none', () => {
  const feed = parse(rss('<item><pubDate>2024-07-01 10:00</pubDate></item>'), {
    timeZone: 'Africa/Casablanca',
  });
  expect(feed.entries[0]?.published).toMatchObject({
    instant: '2024-07-01T09:00:00Z',
    zone: 'assumed',
  });
});
