import { parseHtml } from '@nashra/html';
import { describe, expect, it } from 'vitest';
import { cutBlocks } from './blocks.ts';

const cut = (html: string) => cutBlocks(parseHtml(html), 1000).blocks;
const texts = (html: string): string[] => cut(html).map(({ text }) => text);

describe('cutBlocks', () => {
  it('cuts at block elements and at text around them, and collapses white space', () => {
    expect(texts('<div> a\n b <p>c <b>d</b></p> e </div>')).toEqual(['a b', 'c d', 'e']);
  });

  it('cuts at two line breaks, since many bodies have no paragraphs, and counts single ones', () => {
    const blocks = cut('<div>one<br>two<br><br>three<br> <br>four</div>');
    expect(blocks.map(({ text }) => text)).toEqual(['one two', 'three', 'four']);
    expect(blocks[0]?.breaks).toBe(1);
    expect(blocks[1]?.split).toBe(true);
  });

  it('leaves scripts, styles, forms of choice and players out', () => {
    expect(
      texts(
        '<p>a<script>b</script><style>c</style><svg><text>d</text></svg><select><option>e</select></p><button>f</button>',
      ),
    ).toEqual(['a']);
  });

  it('measures the text inside links', () => {
    const [block] = cut('<p>read <a href="/x">this</a></p>');
    expect(block).toMatchObject({ linkChars: 4, links: 1 });
  });

  it('does not take a link that nobody closed for a link around the whole article', () => {
    const paragraph = `<p>${'Words of the article. '.repeat(40)}</p>`;
    const blocks = cut(`<a href="/x"><div>${paragraph.repeat(4)}</div>`);
    expect(blocks).toHaveLength(4);
    for (const { linkChars } of blocks) expect(linkChars).toBe(0);
  });

  it('stops at its limit', () => {
    expect(cutBlocks(parseHtml('<p>a</p>'.repeat(50)), 10).blocks).toHaveLength(10);
  });
});
