import { expect, it } from 'vitest';
import { pageLinks } from './page-links.ts';

it('gives a page’s links to its own site, in their order, each once', () => {
  const html = `<base href="https://www.a.ma/x/"><link href="/feed"><a href="1">1</a><a href="/2?q=a&amp;b">2</a>
    <a href="https://b.ma/3">3</a><a href=1>again</a><a name="no">4</a><a href="javascript:1">5</a>`;
  expect(pageLinks(html, 'https://a.ma/')).toEqual([
    'https://www.a.ma/x/1',
    'https://www.a.ma/2?q=a&b',
  ]);
  expect(pageLinks('<a href="/x">'.repeat(9), 'https://a.ma/')).toEqual(['https://a.ma/x']);
  const many = Array.from({ length: 900 }, (_, n) => `<a href="/${n}">`).join('');
  expect(pageLinks(many, 'https://a.ma/')).toHaveLength(400);
});
