/**
 * Compares the tree of every page below some folders with the one parse5 makes, by hand:
 *   node packages/html/test/compare-corpus.ts <folder…>
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parseHtml } from '../src/index.ts';
import { firstDifference } from './reference-tree.ts';

let pages = 0;
let different = 0;
for (const folder of process.argv.slice(2)) {
  for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!/\.html?(\.gz)?$/.test(entry)) continue;
    const bytes = readFileSync(join(folder, entry));
    const html = new TextDecoder().decode(entry.endsWith('.gz') ? gunzipSync(bytes) : bytes);
    pages++;
    const difference = firstDifference(html, parseHtml(html));
    if (difference === undefined) continue;
    different++;
    process.stdout.write(`${entry}\n${difference}\n\n`);
  }
}
process.stdout.write(`${pages} pages, ${different} different\n`);
