/**
 * Feeds mutations of stretches of real pages to the extractor and looks for throws, hangs and unsafe HTML.
 *   node bench/extract/fuzz.ts <folder of pages: page.html or page.html.gz, at any depth> [count] [seed]
 * Prints the seed of every input that failed; the same seed gives the same input again.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { extract } from '@nashra/extract';
import { NODE, parseHtml } from '@nashra/html';
import { cutStretch, mutate, randomFrom } from './mutate.ts';

const [folder, count = '1000', firstSeed = '1'] = process.argv.slice(2);
if (!folder) throw new Error('usage: fuzz.ts <folder> [count] [seed]');
/** CPU milliseconds for an input of no length, and per megabyte. */
const BASE_MS = 500;
const MS_PER_MB = 2000;
/** Longer pages are cut: what is quadratic shows at this length. */
const LONGEST = 120_000;

const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /page\.html(?:\.gz)?$/.test(name))
  .sort()
  .map((name) => {
    const bytes = readFileSync(join(folder, name));
    return (name.endsWith('.gz') ? gunzipSync(bytes) : bytes).subarray(0, LONGEST);
  });
if (pages.length === 0) throw new Error(`no pages below ${folder}`);

const tags = new Set(
  'html head body p h2 h3 h4 h5 h6 ul ol li blockquote table tbody caption tr td th dl dt dd pre figure figcaption img a em strong u mark code q cite sub sup s ins small abbr bdi br'.split(
    ' ',
  ),
);
const attributes = new Set(['dir', 'href', 'rel', 'src', 'alt']);

/** True when a parser finds nothing in the HTML but what articles may have. */
function isSafe(html: string): boolean {
  const tree = parseHtml(html);
  for (let node = 1; node < tree.size; node++) {
    if (tree.kind[node] !== NODE.element) continue;
    if (!tags.has(tree.tagName(node))) return false;
    for (const name of tree.attrNames(node)) {
      if (!attributes.has(name)) return false;
      const value = tree.attr(node, name) ?? '';
      if ((name === 'href' || name === 'src') && !/^(?:https?:|mailto:)/.test(value)) return false;
    }
  }
  return true;
}

// Pages of all kinds first: models are loaded on demand, and the compiler warms up.
for (let at = 0; at < pages.length; at += 20) {
  extract(pages[at] as Uint8Array, { url: 'https://example.org/news/1' });
}
let failures = 0;
let slowest = 0;
let bytesRead = 0;
const start = performance.now();
const last = Number(firstSeed) + Number(count);
for (let seed = Number(firstSeed); seed < last; seed++) {
  const random = randomFrom(seed);
  const choose = (): Uint8Array => pages[Math.floor(random() * pages.length)] as Uint8Array;
  const input = mutate(random, cutStretch(random, choose()), choose());
  bytesRead += input.length;
  const before = process.cpuUsage();
  let problem = '';
  try {
    const { html, warnings } = extract(input, { url: 'https://example.org/news/1' });
    if (warnings.includes('internal_error')) problem = 'internal_error';
    else if (!isSafe(html)) problem = 'unsafe html';
  } catch (error) {
    problem = `threw ${error}`;
  }
  const { user, system } = process.cpuUsage(before);
  const ms = (user + system) / 1000;
  slowest = Math.max(slowest, ms);
  if (ms > BASE_MS + (MS_PER_MB * input.length) / 1e6)
    problem ||= `took ${Math.round(ms)} ms for ${input.length} bytes`;
  if (problem) {
    failures++;
    console.log(`seed ${seed}: ${problem}`);
  }
}
const seconds = (performance.now() - start) / 1000;
console.log(
  `${count} inputs, ${(bytesRead / 1e6).toFixed(0)} MB, ${seconds.toFixed(0)} s, slowest ${slowest.toFixed(0)} ms, ${failures} failures`,
);
