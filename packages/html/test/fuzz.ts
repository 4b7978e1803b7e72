/**
 * Mutates stretches of real pages and parses them, by hand:
 *   node packages/html/test/fuzz.ts <folder of pages> <cases> [seed] [--compare]
 * Looks for crashes, trees that are not well formed, and slow cases; with --compare also for trees that parse5 builds otherwise.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parseHtml } from '../src/index.ts';
import { isKnownDeviation } from './known-deviations.ts';
import { firstDifference, treeLines } from './reference-tree.ts';
import { seeded, tagSoup } from './tag-soup.ts';

const STRETCH = 8000;
const SLOW_MS = 100;

const [folder = '', cases = '1000', seed = '1'] = process.argv.slice(2);
const compares = process.argv.includes('--compare');
const random = seeded(Number(seed));
const below = (n: number): number => Math.floor(random() * n);

const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((entry) => /\.html?(\.gz)?$/.test(entry))
  .map((entry) => {
    const bytes = readFileSync(join(folder, entry));
    return new TextDecoder().decode(entry.endsWith('.gz') ? gunzipSync(bytes) : bytes);
  });

const stretch = (): string => {
  const page = pages[below(pages.length)] as string;
  const from = random() < 0.3 ? 0 : below(page.length);
  return page.slice(from, from + below(STRETCH));
};

function mutate(html: string): string {
  const at = below(html.length + 1);
  const to = Math.min(html.length, at + below(200));
  switch (below(6)) {
    case 0:
      return html.slice(0, at) + html.slice(to);
    case 1:
      return html.slice(0, to) + html.slice(at);
    case 2:
      return html.slice(0, at) + stretch().slice(0, 300) + html.slice(at);
    case 3:
      return html.slice(0, at) + tagSoup(random) + html.slice(at);
    case 4:
      return `${html.slice(0, at)}${'<>/"\'= !-&;\0]a'[below(14)]}${html.slice(at + below(2))}`;
    default:
      return html.slice(0, at) + html.slice(at, to).repeat(1 + below(20)) + html.slice(to);
  }
}

/** CPU milliseconds of a parse: the least of three when the first is slow, since the collector may have run in it. */
function parseMs(html: string): number {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3 && least > SLOW_MS; round++) {
    const before = process.cpuUsage();
    parseHtml(html);
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

let failed = 0;
let different = 0;
let compared = 0;
let slowest = 0;
for (let i = 0; i < Number(cases); i++) {
  let html = stretch();
  for (let n = below(12); n >= 0; n--) html = mutate(html);
  try {
    const tree = parseHtml(html);
    treeLines(tree);
    slowest = Math.max(slowest, parseMs(html));
    if (!compares || tree.truncated || isKnownDeviation(html)) continue;
    compared++;
    const difference = firstDifference(html, tree);
    if (difference === undefined) continue;
    different++;
    if (different < 5) process.stdout.write(`case ${i}: ${difference}\n\n`);
  } catch (error) {
    failed++;
    process.stdout.write(`case ${i}: ${String(error)}\n${html.slice(0, 500)}\n`);
  }
}
process.stdout.write(
  `${cases} cases, ${failed} failed, ${different} of ${compared} different, slowest ${slowest.toFixed(1)} ms${slowest > SLOW_MS ? ' (too slow)' : ''}\n`,
);
