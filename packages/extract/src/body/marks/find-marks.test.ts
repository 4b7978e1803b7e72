import { parseHtml } from '@nashra/html';
import { describe, expect, it } from 'vitest';
import { cutBlocks } from '../blocks.ts';
import { findMarks } from './find-marks.ts';
import { textWithout } from './text-without.ts';

/** What is left of the first block of a page. */
function left(markup: string): string {
  const tree = parseHtml(markup);
  const { blocks } = cutBlocks(tree, 100);
  const [block] = blocks;
  if (!block) return '';
  const marks = findMarks(tree, blocks, new Uint8Array(blocks.length).fill(1)).get(0);
  return marks ? textWithout(tree, block, marks) : block.text;
}

describe('findMarks', () => {
  it.each([
    ['a sign that links to a heading', '<h2>Quays<a href="#quays">¶</a></h2>'],
    ['a sign before it', '<h2><a href="/tides#quays">#</a> Quays</h2>'],
    [
      'the brackets around a mark',
      '<h2>Quays<span>[<a href="/w?action=edit">edit</a> | <a href="/w?veaction=edit">source</a>]</span></h2>',
    ],
    ['a way back from a note', '<p>Quays <a href="#r1" role="doc-backlink">1</a></p>'],
    ['a way back by its words', '<p>Quays <a href="#r1">Back to text</a></p>'],
    ['what only screen readers say', '<p>Quays<span class="sr-only"> (opens a window)</span></p>'],
    ['an icon', '<p><i aria-hidden="true">⚑</i> Quays</p>'],
    ['what is hidden', '<p>Quays <b style="display:none">id-7781</b></p>'],
  ])('leaves out %s', (_, markup) => {
    expect(left(markup)).toBe('Quays');
  });

  it.each([
    ['links to places in the page', '<p>See <a href="#t1">table 1</a>.</p>', 'See table 1.'],
    ['references to notes', '<p>Quays<sup><a href="#n1">1</a></sup></p>', 'Quays1'],
    ['words said to the eyes alone', '<p>A <i aria-hidden="true">tall</i> ship</p>', 'A tall ship'],
    ['the only words there are', '<p><span class="sr-only">Quays</span></p>', 'Quays'],
    [
      'what opens at a wish',
      `<p>On <span style="display:none">${'and on '.repeat(20)}</span></p>`,
      `On ${'and on '.repeat(20)}`.trim(),
    ],
    [
      'what follows the beginning of an element that goes on',
      '<div><a href="#x"><p>One</p>†</a> Two</div>',
      'One',
    ],
  ])('keeps %s', (_, markup, text) => {
    expect(left(markup)).toBe(text);
  });

  it('tells once what is drawn in letters and said as a word', () => {
    const drawn = '<span aria-hidden="true"><b>Qu</b><b>ays</b></span>';
    expect(left(`<h2>${drawn}<span class="sr-only">Quays</span></h2>`)).toBe('Quays');
  });

  it('tells a formula once', () => {
    const math =
      '<math><mi>d</mi><mo>=</mo><mi>k</mi><annotation encoding="application/x-tex">d=k</annotation></math>';
    expect(left(`<p>If <span>${math}<span aria-hidden="true">d=k</span></span>.</p>`)).toBe(
      'If d=k.',
    );
  });

  it('leaves out the numbers that lines of code begin with, and no others', () => {
    const line = (number: number, code: string) => `<i class="ln">${number}</i>${code}\n`;
    expect(left(`<pre>${line(9, 'open;')}${line(10, 'seal;')}</pre>`)).toBe('open; seal;');
    expect(left('<pre>of(<i>1</i>, <i>2</i>)\nof(<i>3</i>)</pre>')).toBe('of(1, 2) of(3)');
  });
});
