import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { extract } from './extract.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as (options: { readonly type: 'minor' }) => void;

const PAGE_BYTES = 1 << 20;

function pageOf(n: number): Buffer {
  const text =
    `<p>Paragraph ${n} of a report that goes on for some words, so that it is one.</p>`.repeat(8);
  const html = `<title>Report ${n}</title><h1>Report ${n}</h1><p class="byline">By Ann Lee</p>${text}<!--`;
  return Buffer.alloc(PAGE_BYTES, html.padEnd(PAGE_BYTES, '.'));
}

it('keeps no page for longer than the young generation lives', () => {
  const kept = () => {
    // What is born is old after two of these.
    for (let times = 0; times < 3; times += 1) collect({ type: 'minor' });
    return process.memoryUsage().arrayBuffers;
  };
  for (let n = 0; n < 5; n += 1) extract(pageOf(n), { url: `https://example.ma/${n}` });
  const before = kept();
  for (let n = 0; n < 40; n += 1) {
    const read = extract(pageOf(n), { url: `https://example.ma/${n}` });
    expect(read.authors).toEqual(['Ann Lee']);
    if (n % 4 === 0) collect({ type: 'minor' });
  }
  expect((kept() - before) / PAGE_BYTES).toBeLessThan(3);
});
