import { describe, expect, it } from 'vitest';
import { KeyIndex } from './key-index.ts';

/** Keys from one number up to another. */
const keys = (from: number, to: number) =>
  Int32Array.from({ length: to - from }, (_, at) => from + at);
const TEXT = keys(0, 48);

/** Texts by their ids, each with its keys and its story. */
function indexOf(...texts: { id: number; story?: number; keys: Int32Array }[]): KeyIndex {
  const index = new KeyIndex();
  for (const text of texts)
    for (const key of text.keys) index.hold(key, text.id, text.story ?? text.id);
  return index;
}

/** Texts that tell stories of their own and share these keys, from one id up. */
const others = (count: number, shared: Int32Array, from = 100) =>
  Array.from({ length: count }, (_, at) => ({ id: from + at, keys: shared }));

describe('the texts to compare with one', () => {
  it('are those that share most of its keys, and what other stories share with it', () => {
    const index = indexOf(
      { id: 1, keys: keys(0, 20) },
      { id: 2, keys: keys(0, 40) },
      ...others(3, keys(0, 4)),
    );
    expect(index.likely(TEXT)).toEqual([2, 1, 100, 101, 102]);
  });

  it('are none where only furniture is shared, and one key is nobody’s', () => {
    expect(indexOf(...others(20, keys(0, 5))).likely(TEXT)).toEqual([]);
    expect(indexOf({ id: 1, keys: keys(0, 1) }).likely(TEXT)).toEqual([]);
  });

  it('are those that share little that nobody else has, alone', () => {
    const index = indexOf({ id: 1, keys: keys(40, 42) }, ...others(20, keys(0, 5)));
    expect(index.likely(TEXT)).toEqual([1]);
  });

  it('are few of each story, and little that all who tell a story have is rare still', () => {
    const tellings = Array.from({ length: 60 }, (_, at) => ({
      id: at,
      story: 7,
      keys: keys(40, 43),
    }));
    expect(indexOf(...tellings).likely(TEXT)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(indexOf(...others(60, keys(40, 43))).likely(TEXT)).toEqual([]);
  });

  it('are all that share two keys with a headline', () => {
    expect(indexOf(...others(9, keys(0, 2))).likely(keys(0, 8))).toHaveLength(9);
  });

  it('are no more than two dozen, however many there are', () => {
    expect(indexOf(...others(200, keys(0, 30))).likely(TEXT)).toHaveLength(24);
  });

  it('came before it where that is asked for', () => {
    const index = indexOf({ id: 1, keys: keys(0, 30) }, { id: 9, keys: keys(0, 40) });
    expect(index.likely(TEXT, { before: 9 })).toEqual([1]);
  });

  it('are told of what other stories say before one that may be copied has come', () => {
    const index = indexOf(...others(20, keys(0, 5)));
    const coming = indexOf({ id: 1_000, keys: keys(0, 40) });
    expect(index.likely(TEXT, { coming })).toHaveLength(20);
  });
});

it('finds nothing by a key that was dropped', () => {
  const index = indexOf({ id: 1, keys: keys(0, 40) });
  expect(index.count(3)).toBe(1);
  for (const key of TEXT) index.drop(key);
  expect(index.count(3)).toBe(0);
  expect(index.likely(TEXT)).toEqual([]);
});
