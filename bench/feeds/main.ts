import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { readFeedFiles } from './corpus.ts';
import { readers } from './readers.ts';

/**
 * Compares feed readers on a folder of feeds as publishers serve them: `node bench/feeds/main.ts <folder> [rounds]`.
 * Every reader runs in a process of its own; the first round warms up, the fastest of the others counts.
 */
const [folder = '', rounds = '7', only] = process.argv.slice(2);
if (only) console.log(JSON.stringify(await measure(only)));
else compare();

interface Row {
  reader: string;
  items: number;
  'feeds failed': number;
  'CPU µs a feed': number;
  'MB a CPU second': number;
  'peak RSS MB': number;
}

function compare(): void {
  if (folder === '') throw new Error('usage: node bench/feeds/main.ts <folder of feeds> [rounds]');
  const rows = Object.keys(readers).map(runOne);
  const yardstick = rows.find(({ reader }) => reader === 'feedsmith')?.['CPU µs a feed'] ?? 1;
  console.table(
    rows.map((row) => ({
      ...row,
      'CPU by feedsmith': (row['CPU µs a feed'] / yardstick).toFixed(2),
    })),
  );
  console.log(JSON.stringify(rows));
}

function runOne(reader: string): Row {
  const script = fileURLToPath(import.meta.url);
  const child = spawnSync(process.execPath, [script, folder, rounds, reader], { encoding: 'utf8' });
  if (child.status !== 0) throw new Error(`${reader}: ${child.stderr}`);
  return JSON.parse(child.stdout.trim().split('\n').at(-1) as string);
}

async function measure(reader: string): Promise<Row> {
  const files = readFeedFiles(folder);
  const count = readers[reader];
  if (!count) throw new Error(`no reader ${reader}`);
  let best = Number.POSITIVE_INFINITY;
  let items = 0;
  let failed = 0;
  for (let round = 0; round <= Number(rounds); round += 1) {
    items = 0;
    failed = 0;
    const before = process.cpuUsage();
    for (const { bytes } of files) {
      try {
        items += await count(bytes);
      } catch {
        failed += 1;
      }
    }
    const { user, system } = process.cpuUsage(before);
    if (round > 0) best = Math.min(best, user + system);
  }
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
  return {
    reader,
    items,
    'feeds failed': failed,
    'CPU µs a feed': Math.round(best / files.length),
    'MB a CPU second': Math.round((bytes / best) * 10) / 10,
    'peak RSS MB': Math.round(process.resourceUsage().maxRSS / 1024),
  };
}
