import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { startNewsroom } from '@nashra/newsroom';

/** Pages of a real size: their median is about 100 KB. */
const SMALLEST = 40_000;
const LARGEST = 200_000;
const SAMPLES = 200;

/** Real pages of a corpus beside the project, or pages of the sample newsroom in a frame of a real page's weight. */
export async function loadSamples(corpus: string): Promise<string[]> {
  if (!existsSync(corpus)) return await inventSamples();
  const folders = globSync('articles/core/*/page.html.gz', { cwd: corpus }).sort();
  const pages = folders.map((path) => gunzipSync(readFileSync(join(corpus, path))));
  const fitting = pages.filter((page) => page.length >= SMALLEST && page.length <= LARGEST);
  return fitting.slice(0, SAMPLES).map((page) => page.toString('utf8'));
}

async function inventSamples(): Promise<string[]> {
  const newsroom = await startNewsroom({ port: 0 });
  try {
    const pages: string[] = [];
    for (const { feeds } of newsroom.publishers) {
      for (const { address } of feeds) {
        const feed = await (await fetch(address)).text();
        const links = [...feed.matchAll(/https?:\/\/127\.0\.0\.1:\d+\/[^\s"'<>]+/g)].map(
          ([it]) => it,
        );
        for (const link of new Set(links)) {
          // Some of its links are dead ends on purpose.
          const answer = await fetch(link, { redirect: 'manual' });
          const page = await answer.text();
          if (answer.ok && page.includes('</html>')) pages.push(padded(page));
          if (pages.length >= SAMPLES) return pages;
        }
      }
    }
    return pages;
  } finally {
    await newsroom.stop();
  }
}

/** Menus and styles, as the pages of newspapers carry them. */
function padded(page: string): string {
  const items = Array.from(
    { length: 700 },
    (_, at) =>
      `<li class="menu-item menu-item-${at}"><a href="/section/${at}">Section ${at}</a></li>`,
  );
  return page.replace(
    '</body>',
    `<nav class="footer-menu"><ul>${items.join('')}</ul></nav></body>`,
  );
}

export const BENCH_FOLDER = dirname(import.meta.filename);
