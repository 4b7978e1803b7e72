import { parseHtml } from '@nashra/html';
import { describe, expect, it } from 'vitest';
import { namesHidden } from './page-styles.ts';

const hidden = (sheet: string): string[] => [
  ...namesHidden(parseHtml(`<style>${sheet}</style><p>text`)),
];

describe('namesHidden', () => {
  it('reads plain rules, and leaves out those that hold at some widths or on paper', () => {
    expect(hidden('#pop, div.zx{opacity:1;display : none !important}')).toEqual(['#pop', '.zx']);
    expect(hidden('/* .c{display:none} */@media print{.a{display:none}}.b{color:red}')).toEqual([]);
  });

  it('leaves out what another rule shows again', () => {
    expect(hidden('.tab{display:none}.tab.on{display:block}')).toEqual([]);
  });

  it('takes a moment over sheets that are made to take long', () => {
    const before = process.cpuUsage();
    for (const unit of ['a', '/*', '{', '@', 'a{', ';', '}'])
      hidden(`display:none ${unit.repeat(190_000 / unit.length)}`);
    expect(process.cpuUsage(before).user).toBeLessThan(3_000_000);
  });
});
