import { FeedError, parseFeed, readOpml } from '@nashra/feeds';
import { mutate, seedFeeds } from './mutate.ts';
import { Random } from './random.ts';

/**
 * Mutated feeds by the ten thousand: `node bench/feeds/fuzz.ts [count] [seed]`. A seed makes the same feeds every time.
 * Anything thrown but a `FeedError`, and any feed that takes longer than its bound, is printed with its number and fails.
 */
const count = Number(process.argv[2] ?? 100_000);
const seed = Number(process.argv[3] ?? 1);
const maxCpuMs = 250;

const feeds = seedFeeds();
const outcomes = new Map<string, number>();
const failures: string[] = [];
let slowest = 0;

// The tables of the charset detector load once; that is not the first feed's fault.
for (let n = 0; n < 200; n += 1) outcomeOf(mutate(feeds, new Random(n)));

for (let number = 0; number < count; number += 1) {
  const bytes = mutate(feeds, new Random(seed * 1_000_003 + number));
  const before = process.cpuUsage();
  const outcome = outcomeOf(bytes);
  const { user, system } = process.cpuUsage(before);
  const ms = (user + system) / 1000;
  slowest = Math.max(slowest, ms);
  if (ms > maxCpuMs) failures.push(`${number}: ${ms.toFixed(0)} ms for ${bytes.length} bytes`);
  if (outcome.startsWith('crash')) failures.push(`${number}: ${outcome}`);
  outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
}

console.table(Object.fromEntries([...outcomes].sort((a, b) => b[1] - a[1])));
console.log(
  `${count} feeds, seed ${seed}: ${failures.length} failures, slowest ${slowest.toFixed(0)} ms of CPU (bound ${maxCpuMs}), peak RSS ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`,
);
for (const failure of failures.slice(0, 20)) console.log(failure);
process.exitCode = failures.length > 0 ? 1 : 0;

function outcomeOf(bytes: Buffer): string {
  try {
    if (bytes.includes('<opml')) readOpml(bytes);
    const { entries, warnings } = parseFeed(bytes, {
      url: 'https://example.org/feed',
      now: new Date(0),
    });
    return `${entries.length > 0 ? 'entries' : 'no entries'}${warnings.length > 0 ? ', repaired' : ''}`;
  } catch (error) {
    if (error instanceof FeedError) return error.code;
    return `crash: ${error instanceof Error ? error.stack?.split('\n').slice(0, 3).join(' ') : error}`;
  }
}
