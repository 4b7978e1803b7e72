import { existsSync, readFileSync } from 'node:fs';
import { parseHtml } from '@nashra/html';
import sanitizeHtml from 'sanitize-html';
import { describe, expect, it } from 'vitest';
import { cutBlocks } from '../src/body/blocks.ts';
import { writeHtml } from '../src/clean/write-html.ts';

const url = 'https://news.example/2024/story';

/** Cleans a page of which every block is kept. */
function clean(html: string): string {
  const tree = parseHtml(html);
  const { blocks } = cutBlocks(tree, 10_000);
  const kept = new Uint8Array(blocks.length).fill(1);
  return writeHtml({ tree, url, blocks, kept, marks: new Map(), images: new Map() }, 1_000_000)
    .html;
}

/** What a sanitizer of others leaves of it under the same list. */
const strict = (html: string): string =>
  sanitizeHtml(html, {
    allowedTags:
      'p h2 h3 h4 h5 h6 ul ol li blockquote table caption tr td th dl dt dd pre figure figcaption img a em strong u mark code q cite sub sup s ins small abbr bdi br'.split(
        ' ',
      ),
    allowedAttributes: { '*': ['dir'], a: ['href', 'rel'], img: ['src', 'alt'] },
    allowedSchemes: ['http', 'https', 'mailto'],
    allowProtocolRelative: false,
  });
const shape = (html: string): string => {
  const tree = parseHtml(html);
  let out = '';
  for (let node = 1; node < tree.size; node++) {
    const attributes = tree.attrNames(node).map((name) => `${name}=${tree.attr(node, name)}`);
    out += `${tree.parent[node]}<${tree.tagName(node)} ${attributes}>${tree.text(node)}`;
  }
  return out;
};

const hostile = [
  '<p onclick=alert(1)>a<script>alert(1)</script><img src=x onerror=alert(1)></p>',
  '<p><a href="java\nscript:alert(1)">x</a><a href=" javascript:alert(1)">y</a></p>',
  '<p><svg><p><style><!--</style><img src=x onerror=alert(1)>--></p></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<p>&lt;script&gt;alert(1)&lt;/script&gt; &amp;lt;img&amp;gt;</p>',
  '<a href="https://e.example/&quot;onmouseover=&quot;alert(1)">x</a>',
  '<form><textarea><p>x</textarea><p style="background:url(javascript:x)">y</form>',
];

/** A JSON file of `{ html }` with more hostile pages. */
const file = process.env['NASHRA_XSS_CASES'] ?? '';
const cases: readonly string[] = existsSync(file)
  ? JSON.parse(readFileSync(file, 'utf8')).map(({ html }: { html: string }) => html)
  : [];

function tryAll(pages: readonly string[]): void {
  for (const page of pages) {
    const html = clean(`<div>before</div>${page}<p>after`);
    expect(shape(html), page).toBe(shape(strict(html)));
  }
}

describe('writeHtml against sanitize-html', () => {
  it('writes nothing of hostile pages that a strict sanitizer would take out', () =>
    tryAll(hostile));

  it.skipIf(cases.length === 0)(
    'writes nothing of the pages in NASHRA_XSS_CASES that it would take out',
    () => tryAll(cases),
    120_000,
  );
});
