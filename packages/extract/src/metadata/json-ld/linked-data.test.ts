import { describe, expect, it } from 'vitest';
import { chooseMain } from './ld-article.ts';
import { namesUnder } from './ld-people.ts';
import { readLinkedData } from './linked-data.ts';

const none = () => false;

describe('readLinkedData', () => {
  it('finds objects in arrays and graphs and follows references between them', () => {
    const data = readLinkedData([
      JSON.stringify({
        '@graph': [
          { '@type': 'NewsArticle', headline: 'A', author: { '@id': '#p' } },
          { '@type': 'Person', '@id': '#p', name: 'Salma Idrissi' },
        ],
      }),
    ]);
    expect(namesUnder(data, data.nodes[0]?.['author'])).toEqual(['Salma Idrissi']);
  });

  it('reads blocks wrapped in comments or CDATA', () => {
    for (const wrapped of [
      '<!-- {"@type":"Article"} -->',
      '//<![CDATA[\n{"@type":"Article"}\n//]]>',
    ])
      expect(readLinkedData([wrapped]).nodes).toEqual([{ '@type': 'Article' }]);
  });

  it('reads blocks whose quotes were escaped as markup', () => {
    expect(readLinkedData(['{&quot;@type&quot;:&quot;Article&quot;}']).nodes).toHaveLength(1);
  });

  it('keeps other blocks when one is hopeless', () => {
    expect(readLinkedData(['nothing here', '{"@type":"Article"}']).nodes).toHaveLength(1);
  });
});

describe('chooseMain', () => {
  const data = readLinkedData([
    JSON.stringify([
      { '@type': 'WebPage', url: 'https://x.example/a' },
      { '@type': 'NewsArticle', headline: 'A neighbour', url: 'https://x.example/b' },
      { '@type': ['Article', 'Thing'], headline: 'This one', url: 'https://x.example/a' },
    ]),
  ]);

  it('prefers the article that names the page', () => {
    const main = chooseMain(data, (url) => url === 'https://x.example/a', none);
    expect(main?.node['headline']).toBe('This one');
  });

  it('prefers the article whose headline the page shows', () => {
    const main = chooseMain(data, none, (headline) => headline === 'This one');
    expect(main?.kind).toBe('article');
    expect(main?.node['headline']).toBe('This one');
  });

  it('gives null when only furniture is described', () => {
    expect(chooseMain(readLinkedData(['{"@type":"BreadcrumbList"}']), none, none)).toBeNull();
  });
});
