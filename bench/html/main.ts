/**
 * What HTML parsers cost, each in a process of its own:
 *   node bench/html/main.ts <folder of pages>
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Cost, measure, readPages } from './measure.ts';
import { PARSERS } from './parsers.ts';

const [folder, only] = process.argv.slice(2);

if (folder === undefined || !existsSync(folder)) {
  console.error(`SKIPPED: no pages to measure on: ${folder ?? 'no folder given'}`);
} else if (only !== undefined) {
  const open = PARSERS[only];
  if (!open) {
    throw new Error(`no such parser: ${only} (there are: ${Object.keys(PARSERS).join(', ')})`);
  }
  console.log(JSON.stringify(measure(only, open, readPages(folder))));
} else {
  const pages = readPages(folder);
  const median = pages.map((page) => page.length).sort((a, b) => a - b)[pages.length >> 1] ?? 0;
  console.log(`${pages.length} pages, median ${Math.round(median / 1000)} kB\n`);
  console.log('| parser | ms median | ms p95 | MB/s | ms for 10 MB | KiB per page |');
  console.log('|---|---|---|---|---|---|');
  for (const name of Object.keys(PARSERS)) console.log(row(measureApart(folder, name)));
}

function measureApart(folder: string, name: string): Cost {
  const script = fileURLToPath(import.meta.url);
  const args = ['--expose-gc', '--max-old-space-size=4096', script, folder, name];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
}

function row(cost: Cost): string {
  const { name, medianMs, p95Ms, megabytesPerSecond, hugeMs, kibPerPage } = cost;
  const cells = [
    name,
    medianMs.toFixed(2),
    p95Ms.toFixed(2),
    megabytesPerSecond.toFixed(1),
    hugeMs.toFixed(0),
    kibPerPage.toFixed(0),
  ];
  return `| ${cells.join(' | ')} |`;
}
