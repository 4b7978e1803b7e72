import { describe, expect, it } from 'vitest';
import { oneLine, plainText } from './print.ts';
import { visible, visibleJson } from './visible.ts';

const STEERING = [
  ['an escape', '\u001b'],
  ['DEL', '\u007f'],
  ['a C1 introducer', '\u009b'],
  ['a carriage return', '\r'],
  ['a backspace', '\b'],
  ['an override', '\u202e'],
  ['an isolate', '\u2067'],
  ['a mark of direction', '\u200f'],
  ['a tag', '\u{e0041}'],
  ['half a pair', '\ud83d'],
] as const;

describe.each(STEERING)('what a terminal gets of %s', (_, sign) => {
  it('is nothing in text of any origin', () => {
    expect(visible(`a${sign}b`)).toBe('ab');
    expect(plainText(`a${sign}b\n\tc`)).toBe('ab\n\tc');
    expect(oneLine(`a${sign}b`)).toMatch(/^a ?b$/);
  });

  it('is its spelling in JSON, which means the same', () => {
    const json = visibleJson(JSON.stringify({ title: `a${sign}b` }));
    expect(json).toMatch(/^[ -~]+$/);
    expect(JSON.parse(json)).toEqual({ title: `a${sign}b` });
  });
});

it('keeps colours, line breaks, Arabic, emoji and joiners', () => {
  const text = '\u001b[1mخبر\u001b[0m\tمی\u200cخواهم\n👩\u200d👧';
  expect(visible(text)).toBe(text);
});

it('cuts a line between letters as people see them', () => {
  expect(oneLine('ab👩\u200d👩\u200d👧c', 5)).toBe('ab…');
});
