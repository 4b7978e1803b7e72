import { expect, it } from 'vitest';
import { oneLine, plainText } from './print.ts';

it('lets nobody’s title steer the terminal', () => {
  expect(oneLine('a\u001b]0;owned\u0007 b\nc')).toBe('a ]0;owned b c');
  expect(plainText('one\n\n\u001b[2Jtwo\ttabs')).toBe('one\n\n[2Jtwo\ttabs');
});

it('cuts what is long', () => {
  expect(oneLine('abcdef', 4)).toBe('abc…');
});
