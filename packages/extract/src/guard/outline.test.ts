import { expect, it } from 'vitest';
import { diffOutlines, outlineOf } from './outline.ts';

const page = (body: string) => outlineOf(Buffer.from(`<html><body>${body}</body></html>`));

it('names what holds text, neighbours that are alike once, and no numbers', () => {
  const list = '<ul class="top"><li>a</li><li>b</li></ul>';
  const lines = page(`<script>x</script><div></div>${list}<div class="post-17 big">text</div>`);
  expect(lines).toEqual(['ul.top', '  li', 'div.post-#.big']);
});

it('says what went and what came, in order', () => {
  const before = page('<main><h1>t</h1><div class="story">x</div></main><footer>f</footer>');
  const after = page('<div class="app"><h1>t</h1><div class="css">x</div></div><footer>f</footer>');
  expect(diffOutlines(before, after)).toEqual([
    '- main',
    '+ div.app',
    '-   div.story',
    '+   div.css',
  ]);
  expect(diffOutlines(before, before)).toEqual([]);
});

it('stays within its bounds, whatever the page is', () => {
  const deep = page(`${'<div>x'.repeat(5_000)}`);
  const wide = page(
    Array.from({ length: 5_000 }, (_, n) => `<p class="${'ab'.repeat(n % 50)}">x</p>`).join(''),
  );
  for (const lines of [deep, wide]) expect(lines.length).toBeLessThanOrEqual(300);
});
