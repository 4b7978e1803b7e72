import { parseHtml, TAG } from '@nashra/html';
import { describe, expect, it } from 'vitest';
import { cutBlocks } from './blocks.ts';
import { hiddenByStyle } from './page-styles.ts';

/** Whether a sheet hides the paragraph of a page. */
function hides(
  sheet: string,
  page = '<div class="a b" id="c"><p class="d">text</p></div>',
): boolean {
  const tree = parseHtml(`<style>${sheet}</style>${page}`);
  const { blocks } = cutBlocks(tree, 100);
  const told = hiddenByStyle(tree, blocks, new Uint8Array(blocks.length).fill(1));
  let up = tree.tag.indexOf(TAG.p);
  while (up > 0 && !told?.(up)) up = tree.parent[up] as number;
  return up > 0;
}

describe('hiddenByStyle', () => {
  it.each([
    '.x, .b { opacity: 1; display : none !important }',
    'div#c.a{visibility:hidden}',
    'div > .d{position:absolute;left:-9999px;top:auto}',
    '.a .d{clip:rect(0 0 0 0)}',
    '.a p{max-height:0;overflow:hidden}',
    '.d{font-size:0}',
    '.d{text-indent:-9999px}',
    '.d{opacity:0}',
    '@media screen{.d{display:none}}',
    '.d{display:none}@media print{.d{display:block}}',
  ])('reads %s', (sheet) => {
    expect(hides(sheet)).toBe(true);
  });

  it.each([
    [
      'what is a comment, or holds on paper or at some widths',
      '/* .d{display:none} */@media print{.d{display:none}}',
    ],
    ['what another rule shows again', '.d{display:none}.d.on{display:block}'],
    [
      'what is shown from some width on',
      '.d{display:none}@media (min-width:600px){.d{display:block}}',
    ],
    ['what moves into sight', '.d{opacity:0;transition:opacity .3s}.fade-in{opacity:0}'],
    ['what an element around it would have to be', '.open .d{display:none}#c>.e .d{display:none}'],
    ['what holds until a script runs', '.no-js .d{display:none}'],
    ['states and attributes', '.d:hover{display:none}.d[data-x]{display:none}'],
  ])('leaves out %s', (_, sheet) => {
    expect(hides(sheet)).toBe(false);
  });

  it('leaves out what opens at a reader’s wish', () => {
    expect(hides('.d{display:none}', '<p class="d accordion-panel">text</p>')).toBe(false);
  });

  it('takes a moment over sheets that are made to take long', () => {
    const before = process.cpuUsage();
    for (const unit of [
      'a',
      '/*',
      '{',
      '@',
      'a{',
      ';',
      '}',
      ',',
      'left:-9',
      'height:0;',
      '.d{opacity:0;',
    ])
      hides(`display:none ${unit.repeat(190_000 / unit.length)}`);
    expect(process.cpuUsage(before).user).toBeLessThan(3_000_000);
  });

  it('reads a rule that nobody closes once, however often it may hide', () => {
    const before = process.cpuUsage();
    hides(`.d{${'height:0px '.repeat(3_000)}`);
    expect(process.cpuUsage(before).user).toBeLessThan(300_000);
  });
});
