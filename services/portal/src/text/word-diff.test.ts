import { describe, expect, it } from 'vitest';
import { wordDiff } from './word-diff.ts';

const shown = (before: string, after: string) =>
  wordDiff(before, after)
    ?.map(({ kind, text }) => (kind === 'same' ? text : `${kind === 'added' ? '+' : '-'}[${text}]`))
    .join('');

describe('a diff by words', () => {
  it('marks what was added and what was removed', () => {
    expect(shown('مجلس المدينة يصادق على الميزانية', 'مجلس المدينة يرفض الميزانية')).toBe(
      'مجلس المدينة -[يصادق على ]+[يرفض ]الميزانية',
    );
    expect(shown('', 'a b')).toBe('+[a b]');
    expect(shown('a b', '')).toBe('-[a b]');
    expect(shown('a b', 'a b')).toBe('a b');
    expect(shown('', '')).toBe('');
  });

  it('gives both texts back, whatever became of them', () => {
    const words = 'a b c d e f g'.split(' ');
    for (let n = 0; n < 200; n += 1) {
      const pick = (seed: number) =>
        Array.from({ length: (n * seed) % 23 }, (_, at) => words[(at * seed + n) % 7]).join(' ');
      const [before, after] = [pick(5), pick(11)];
      const parts = wordDiff(before, after) ?? [];
      const side = (not: string) =>
        parts
          .flatMap(({ kind, text }) => (kind === not ? [] : [text.trim()]))
          .join(' ')
          .trim();
      expect(side('removed').split(/\s+/)).toEqual(after.split(/\s+/));
      expect(side('added').split(/\s+/)).toEqual(before.split(/\s+/));
    }
  });

  it('gives up on texts that have too little in common, soon', () => {
    const text = (name: string) => Array.from({ length: 5_000 }, (_, at) => name + at).join(' ');
    expect(wordDiff(text('a'), text('b'))).toBeNull();
  });
});
