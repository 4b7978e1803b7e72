import { parseHtml, TAG } from '@nashra/html';
import { describe, expect, it } from 'vitest';
import { cutBlocks } from '../body/blocks.ts';
import type { ArticleImage } from '../types.ts';
import { writeHtml } from './write-html.ts';

const url = 'https://news.example/2024/story';

/** Cleans a page of which every block is kept; each of its `img` shows one of the images. */
function clean(html: string, shown: readonly ArticleImage[] = [], limit = 1_000_000): string {
  const tree = parseHtml(html);
  const nodes = [...tree.tag.keys()].filter((node) => tree.tag[node] === TAG.img);
  const images = new Map(shown.map((image, at) => [nodes[at] ?? -1, image]));
  const { blocks } = cutBlocks(tree, 10_000);
  const kept = new Uint8Array(blocks.length).fill(1);
  return writeHtml({ tree, url, blocks, kept, marks: new Map(), images }, limit).html;
}

describe('writeHtml', () => {
  it('keeps paragraphs, headings, lists, quotes and emphasis under their names', () => {
    const html = clean(
      '<div><h1>T</h1><p>One <b>two</b> <i>three</i>.</p><ul><li>a</li><li>b<ol><li>c</li></ol></li></ul><blockquote><p>q</p></blockquote></div>',
    );
    expect(html.replace(/\n/g, '').replace(/ dir="auto"/g, '')).toBe(
      '<h2>T</h2><p>One <strong>two</strong> <em>three</em>.</p><ul><li>a</li><li>b<ol><li>c</li></ol></li></ul><blockquote><p>q</p></blockquote>',
    );
  });

  it('makes links absolute and drops those that lead elsewhere than http(s) and mailto', () => {
    const html = clean(
      '<p><a href="/a?b=1&c">in</a> <a href="javascript:alert(1)">js</a> <a href="data:text/html,x">data</a> <a href="mailto:a@b.example">mail</a></p>',
    );
    expect(html).toContain('href="https://news.example/a?b=1&amp;c"');
    expect(html).toContain('href="mailto:a@b.example"');
    expect(html).not.toMatch(/javascript|data:/);
  });

  it('keeps data tables and unwraps tables that only lay the page out', () => {
    const data = clean(
      '<table><tr><th>Team</th><th>Points</th></tr><tr><td>A</td><td>3</td></tr></table>',
    );
    expect(data.replace(/\n/g, '')).toMatch(/^<table><tr><th[^>]*>Team<\/th><th/);
    const long = 'A long sentence of the article. '.repeat(20);
    expect(clean(`<table><tr><td><p>${long}</p></td></tr></table>`)).toMatch(/^<p/);
  });

  it('puts an image of the article in a figure with its caption', () => {
    const image = {
      url: 'https://news.example/a.jpg',
      caption: 'A <b>',
      credit: 'AFP',
      alt: '"x"',
    };
    const html = clean('<p>one</p><img data-src="/a.jpg"><p>two</p>', [image]);
    expect(html).toContain(
      '<figure><img src="https://news.example/a.jpg" alt="&quot;x&quot;"><figcaption dir="auto">A &lt;b&gt; – AFP</figcaption></figure>',
    );
  });

  it('turns an embedded player into a link', () => {
    const html = clean('<p>a</p><iframe src="https://www.youtube.com/embed/x"></iframe><p>b</p>');
    expect(html).toContain('<a href="https://www.youtube.com/embed/x">youtube.com</a>');
  });

  it('isolates the direction of every block and takes overrides out of the text', () => {
    const html = clean('<p>خبر \u202eabc\u202c</p>');
    expect(html).toBe('<p dir="auto">خبر abc</p>');
  });

  it('never writes more than its limit, and stays balanced wherever that falls', () => {
    const page =
      '<ul><li>one <b>two</b> three</li><li><a href="/1">four</a> 😀 & "six"</li></ul><table><tr><td>a</td><td>b</td></tr></table>';
    const whole = clean(page.repeat(3));
    for (let limit = 0; limit < whole.length; limit += 3) {
      const html = clean(page.repeat(3), [], limit);
      expect(Buffer.byteLength(html)).toBeLessThanOrEqual(limit);
      expect(html.isWellFormed()).toBe(true);
      expect(html).not.toMatch(/&(?!(?:amp|lt|gt|quot|#39);)/);
      for (const name of ['ul', 'li', 'table', 'tr', 'td', 'strong', 'a', 'p'])
        expect(html.match(new RegExp(`<${name}[ >]`, 'g'))?.length, html).toBe(
          html.match(new RegExp(`</${name}>`, 'g'))?.length,
        );
    }
    expect(clean(page.repeat(3), [], whole.length + 10)).toBe(whole);
  });

  it('ends with a whole paragraph, unless one fills half of the room', () => {
    const paragraph = `<p>${'word '.repeat(20)}end</p>`;
    expect(clean(paragraph.repeat(9), [], 500)).toMatch(/end<\/p>$/);
    const huge = clean(`<p>one</p><p>${'😀 '.repeat(100_000)}</p>`, [], 10_000);
    expect(Buffer.byteLength(huge)).toBeGreaterThan(9_900);
    expect(huge).toMatch(/^<p dir="auto">one<\/p>\n<p dir="auto">(?:😀 )+😀<\/p>$/u);
  });

  it('lets links lose their addresses before text is lost', () => {
    const page = `<p>${'<a href="x">see</a> '.repeat(1_000)}</p>`;
    const tree = parseHtml(page);
    const { blocks } = cutBlocks(tree, 10);
    const base = `https://news.example/${'a/'.repeat(900)}`;
    const source = {
      tree,
      url: base,
      blocks,
      kept: new Uint8Array([1]),
      marks: new Map(),
      images: new Map(),
    };
    const { html, isCut } = writeHtml(source, 100_000);
    expect(isCut).toBe(true);
    expect(html.length).toBeLessThan(100_000);
    expect(html.match(/see/g)).toHaveLength(1_000);
    expect(html.match(/href=/g)?.length).toBeGreaterThan(20);
  });

  it('takes the address from a link that is too long once it is whole', () => {
    const html = clean(`<p><a href="/${'ا'.repeat(500)}">a</a> <a href="/b">b</a></p>`);
    expect(html).toBe(
      '<p dir="auto">a <a href="https://news.example/b" rel="nofollow noopener">b</a></p>',
    );
  });

  it('leaves controls out of text and attributes, however they are written', () => {
    const image = {
      url: 'https://n.example/a.jpg',
      caption: 'a\u001b',
      credit: '\ud83d',
      alt: '\0',
    };
    const html = clean(
      '<p>a&#x1b;&#xd83d;&#x9b;&#xfdd0;&#xe0041;&#x202e;\u0007b</p><img><p>c</p>',
      [image],
    );
    expect(html).toBe(
      '<p dir="auto">a\ufffd›b</p>\n<figure><img src="https://n.example/a.jpg" alt=""><figcaption dir="auto">a – \ufffd</figcaption></figure>\n<p dir="auto">c</p>',
    );
  });
});
