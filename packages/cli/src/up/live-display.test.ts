import { expect, it } from 'vitest';
import { openDisplay } from './live-display.ts';

it('draws the block anew in its own place, and keeps lines above it', () => {
  let written = '';
  const display = openDisplay({ isTTY: true, columns: 8, write: (text) => (written += text) });
  display.show(['one', 'two']);
  display.log('said');
  display.show(['a line too long']);
  expect(written).toBe('one\ntwo\n\u001b[2A\u001b[Jsaid\none\ntwo\n\u001b[2A\u001b[Ja line…\n');
});

it('tells a pipe lines alone, whole, and a block once while it stays', () => {
  let written = '';
  const display = openDisplay({ write: (text) => (written += text) });
  const block = [`The database ${'x'.repeat(100)}`];
  for (let look = 0; look < 3; look += 1) display.show(block);
  display.log('articles 1');
  display.show(block);
  display.show([]);
  expect(written).toBe(`${block}\narticles 1\n${block}\n`);
});
