import { expect, it } from 'vitest';
import { openDisplay } from './live-display.ts';

it('draws the block anew in its own place, and keeps lines above it', () => {
  let written = '';
  const display = openDisplay({ columns: 8, write: (text) => (written += text) });
  display.show(['one', 'two']);
  display.log('said');
  display.show(['a line too long']);
  expect(written).toBe('one\ntwo\n\u001b[2A\u001b[Jsaid\none\ntwo\n\u001b[2A\u001b[Ja line…\n');
});
