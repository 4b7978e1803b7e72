import { parseHtml, TAG } from '@nashra/html';
import { describe, expect, it } from 'vitest';
import { cutBlocks } from '../body/blocks.ts';
import type { ArticleImage } from '../types.ts';
import { writeHtml } from './write-html.ts';

const url = 'https://news.example/2024/story';

/** Cleans a page of which every block is kept; each of its `img` shows one of the images. */
function clean(html: string, shown: readonly ArticleImage[] = []): string {
  const tree = parseHtml(html);
  const nodes = [...tree.tag.keys()].filter((node) => tree.tag[node] === TAG.img);
  const images = new Map(shown.map((image, at) => [nodes[at] ?? -1, image]));
  const { blocks } = cutBlocks(tree, 10_000);
  const kept = new Uint8Array(blocks.length).fill(1);
  return writeHtml({ tree, url, blocks, kept, images }, 1_000_000);
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

  it('cuts the output at its limit and stays balanced', () => {
    const tree = parseHtml('<ul><li>one two three</li><li>four five six</li></ul>'.repeat(50));
    const { blocks } = cutBlocks(tree, 10_000);
    const kept = new Uint8Array(blocks.length).fill(1);
    const html = writeHtml({ tree, url, blocks, kept, images: new Map() }, 300);
    expect(html.length).toBeLessThan(400);
    expect(html.match(/<ul>/g)?.length).toBe(html.match(/<\/ul>/g)?.length);
  });
});
