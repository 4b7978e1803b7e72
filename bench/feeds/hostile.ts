import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { FeedError, parseFeed } from '@nashra/feeds';
import { readFeedFiles } from './corpus.ts';
import { hostileInputs } from './hostile-inputs.ts';

/**
 * Inputs made to exhaust a reader, each in a process of its own: `node bench/feeds/hostile.ts [folder of more]`.
 * Fails when one takes more than three seconds of CPU, or more than the memory it may.
 */
const maxMs = 3_000;
const maxMegabytes = 1_024;

interface Outcome {
  name: string;
  megabytes: string;
  'CPU ms': number;
  'wall ms': number;
  'peak RSS MB': number;
  outcome: string;
}

const [first, second] = process.argv.slice(2);
if (first === '--one') console.log(JSON.stringify(measure(second ?? '', inputOf(second ?? ''))));
else runAll(first);

function runAll(folder: string | undefined): void {
  const files = folder ? readFeedFiles(folder).map(({ name }) => `${folder}/${name}`) : [];
  const rows = [...Object.keys(hostileInputs), ...files].map(runOne);
  console.table(rows);
  const bad = rows.filter((row) => !(row['CPU ms'] <= maxMs && row['peak RSS MB'] <= maxMegabytes));
  console.log(`${rows.length} inputs, ${bad.length} over ${maxMs} ms of CPU or ${maxMegabytes} MB`);
  process.exitCode = bad.length > 0 ? 1 : 0;
}

function runOne(name: string): Outcome {
  const child = spawnSync(process.execPath, [fileURLToPath(import.meta.url), '--one', name], {
    timeout: 60_000,
    encoding: 'utf8',
  });
  if (child.status === 0) return JSON.parse(child.stdout);
  return {
    name,
    megabytes: '',
    'CPU ms': Number.NaN,
    'wall ms': Number.NaN,
    'peak RSS MB': Number.NaN,
    outcome: `died: ${child.stderr.slice(0, 200)}`,
  };
}

function inputOf(name: string): Buffer {
  const made = hostileInputs[name]?.();
  if (made !== undefined) return Buffer.from(made as string);
  const folder = name.slice(0, name.lastIndexOf('/'));
  const file = readFeedFiles(folder).find((candidate) => name.endsWith(`/${candidate.name}`));
  return file?.bytes ?? Buffer.alloc(0);
}

function measure(path: string, bytes: Buffer): Outcome {
  const start = performance.now();
  const cpu = process.cpuUsage();
  const outcome = outcomeOf(bytes);
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  return {
    name: path.slice(path.lastIndexOf('/') + 1),
    megabytes: (bytes.length / 1_048_576).toFixed(2),
    'CPU ms': Math.round((user + system) / 1000),
    'wall ms': Math.round(wall),
    'peak RSS MB': Math.round(process.resourceUsage().maxRSS / 1024),
    outcome,
  };
}

function outcomeOf(bytes: Buffer): string {
  try {
    const { entries, warnings } = parseFeed(bytes, { url: 'https://example.org/feed' });
    return `${entries.length} entries ${warnings.map(({ code }) => code).join(' ')}`;
  } catch (error) {
    if (error instanceof FeedError) return error.code;
    throw error;
  }
}
