import { expect, it } from 'vitest';
import { ANY, anchorsOf } from './anchors.ts';

const frequency = (lexeme: string) => (lexeme === 'common' ? 0.5 : 0);

it.each([
  ["'word'", ['word']],
  ["'common' & 'rare'", ['rare']],
  ["'rare' <-> 'common'", ['rare']],
  ["'common' <3> 'rare' & 'common'", ['rare']],
  ["'a' | 'b'", ['a', 'b']],
  ["( 'a' | 'b' ) & 'common'", ['a', 'b']],
  ["'common' & !'rare'", ['common']],
  ["'a' | 'a'", ['a']],
  ["'ab' & 'abcdef'", ['abcdef']],
  ["'it''s' & 'common'", ["it's"]],
  ["'back\\\\slash'", ['back\\slash']],
  ["'word':A", ['word']],
  ["'begin':*B & 'common'", ['common']],
  ["!( 'a' & 'b' ) & 'c'", ['c']],
])('%s is looked up by its rarest necessary words', (query, anchors) => {
  expect(anchorsOf(query, frequency)).toEqual(anchors);
});

it.each(["!'a'", "'begin':*", "'a' | 'begin':*", "'a' | !'b'", "!!'a'"])(
  '%s may fit a text of any words',
  (query) => {
    expect(anchorsOf(query)).toEqual([ANY]);
  },
);

it.each(['', 'word', "'open", "( 'a'", "'a' 'b'", "'a' &"])('refuses %s', (query) => {
  expect(() => anchorsOf(query)).toThrow(SyntaxError);
});
