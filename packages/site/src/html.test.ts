import { expect, it } from 'vitest';
import { html } from './html.ts';

it('escapes whatever is put in, in text and in attributes', () => {
  const evil = `"><script>alert('1')</script>&\``;
  const { text } = html`<a title="${evil}">${[evil]}</a>`;
  expect(text).not.toMatch(/<script|"">|'|`/);
  expect(text).toContain('&#60;script&#62;');
});

it('puts markup into markup, and nothing for nothing', () => {
  const rows = [1, 2].map((n) => html`<li>${n}</li>`);
  expect(html`<ul>${rows}${null}${undefined}${false}${0}</ul>`.text).toBe(
    '<ul><li>1</li><li>2</li>0</ul>',
  );
});
