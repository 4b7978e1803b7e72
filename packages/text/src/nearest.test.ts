import { expect, it } from 'vitest';
import { nearest } from './nearest.ts';

const known = ['state', 'stage', 'host', 'reason', 'not_found', 'timeout'];

it.each([
  ['hsot', 'host'],
  ['hosts', 'host'],
  ['status', 'state'],
  ['Stagge', 'stage'],
  ['not-found', 'not_found'],
  ['time_out', 'timeout'],
])('takes «%s» for «%s»', (word, meant) => {
  expect(nearest(word, known)).toBe(meant);
});

it.each(['', 'x', 'publisher', 'موقع'])('takes «%s» for none', (word) => {
  expect(nearest(word, known)).toBeNull();
});
