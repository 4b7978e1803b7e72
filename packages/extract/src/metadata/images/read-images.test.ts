import { describe, expect, it } from 'vitest';
import { openPage } from '../../open-page.ts';
import { readMetadata } from '../read-metadata.ts';
import { isPicture } from './picture.ts';
import { readImages } from './read-images.ts';

const HTML = `<meta property="og:image" content="/lead.jpg"><article><p>Un début.</p>
<img src="/lead.jpg?w=300"><img src="/icons/share.png"><img src="/tiny.jpg" width="40">
<figure><img src="data:image/gif;base64,AAAA" data-src="/a-800x600.jpg" alt="Un pont"><noscript><img src="/s/a_small.jpg"></noscript>
<figcaption>Le pont rouvre. © A. Photo</figcaption></figure>
<div class="related"><img src="/teaser.jpg"></div>
<img srcset="/b-300.jpg 300w, /b-900.jpg 900w"><p>Une fin.</p></article>`;

describe('readImages', () => {
  it('takes the body’s pictures with caption and credit, without furniture, teasers and the lead', () => {
    const page = openPage(Buffer.from(HTML), { url: 'https://courrier.example/x' });
    const { tree } = page;
    const nodes = Array.from({ length: tree.size }, (_, node) => node).filter(
      (node) => tree.tagName(node) === 'p',
    );
    const root = tree.parent[nodes[0] as number] as number;
    const images = readImages(page, readMetadata(page), { root, nodes });
    for (const node of images.keys()) expect(tree.tagName(node)).toBe('img');
    expect([...images.values()]).toEqual([
      {
        url: 'https://courrier.example/a-800x600.jpg',
        caption: 'Le pont rouvre.',
        credit: '© A. Photo',
        alt: 'Un pont',
      },
      { url: 'https://courrier.example/b-900.jpg', caption: null, credit: null, alt: null },
    ]);
  });
});

describe('isPicture', () => {
  it('tells pictures from pixels and logos', () => {
    expect(isPicture('https://a.example/2024/pont-de-rabat.jpg')).toBe(true);
    for (const url of [
      'https://a.example/logo.png',
      'https://a.example/1x1.gif',
      'data:image/png;base64,',
    ])
      expect(isPicture(url)).toBe(false);
  });
});
