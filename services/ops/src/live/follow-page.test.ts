import { expect, it } from 'vitest';
import { followPage } from './follow-page.ts';

async function follow(pages: readonly (string | null)[], fullAt: ReadonlySet<number> = new Set()) {
  const stop = new AbortController();
  const written: string[] = [];
  let [looks, rendered] = [0, 0];
  await followPage({
    everyMs: 0,
    signal: stop.signal,
    sink: {
      isFull() {
        looks += 1;
        if (looks > pages.length + fullAt.size) stop.abort();
        return fullAt.has(looks) || stop.signal.aborted;
      },
      write: (event) => written.push(event),
    },
    async render() {
      rendered += 1;
      return pages[rendered - 1] ?? null;
    },
  });
  return { written, rendered };
}

it('sends a page when it is another, and not for its ages alone', async () => {
  const at = (ago: string, n: number) => `<main><time datetime="x">${ago}</time> ${n}</main>`;
  const { written } = await follow([at('1 s', 1), at('2 s', 1), at('3 s', 2), null]);
  expect(written).toEqual([
    `event: page\ndata: ${at('1 s', 1)}\n\n`,
    `event: page\ndata: ${at('3 s', 2)}\n\n`,
    'event: ended\ndata: \n\n',
  ]);
});

it('makes nothing for somebody who does not read', async () => {
  const { written, rendered } = await follow(['a', 'b'], new Set([2, 3, 4, 5]));
  expect([rendered, written.length]).toEqual([2, 2]);
});

it('keeps the lines of a page apart', async () => {
  const { written } = await follow(['<pre>a\nb\r\nc</pre>', null]);
  expect(written[0]).toBe('event: page\ndata: <pre>a\ndata: b\ndata: c</pre>\n\n');
});

it('says now and then that it lives, and tells the ages anew', async () => {
  const { written } = await follow([...Array.from({ length: 22 }, () => 'same'), null]);
  expect(written.filter((it) => it.startsWith(':'))).toHaveLength(4);
  expect(written.filter((it) => it.startsWith('event: page'))).toHaveLength(2);
});
