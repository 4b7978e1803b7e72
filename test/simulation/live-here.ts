import { createHash } from 'node:crypto';
import { MODEL } from './model/index.ts';
import type { Options } from './options.ts';
import { runSeed } from './run-seed.ts';
import { standIn } from './seam.ts';
import { summaryOf } from './summary.ts';
import { loadServices } from './system.ts';

/** Lives the seeds in this process, one after another. */
export async function liveHere({ seeds, from, trace, first }: Options): Promise<number> {
  standIn(MODEL);
  const services = await loadServices();
  const sum = { lived: 0, holding: 0, simulatedMs: 0, cpuMs: 0 };
  const before = process.cpuUsage();
  for (let seed = Number(from); seed < Number(from) + Number(seeds); seed += 1) {
    const { findings, simulatedMs, trace: told } = await runSeed(seed, services, { traced: trace });
    sum.lived += 1;
    sum.simulatedMs += simulatedMs;
    if (trace) console.log(`seed ${seed}: ${told.length} steps, ${digestOf(told)}`);
    if (findings.length === 0) {
      sum.holding += 1;
      continue;
    }
    for (const line of told) console.log(line);
    for (const { law, what } of findings) console.log(`seed ${seed}: ${law}: ${what}`);
    if (first) break;
  }
  const { user, system } = process.cpuUsage(before);
  sum.cpuMs = (user + system) / 1_000;
  for (const line of summaryOf(sum)) console.log(line);
  return sum.holding === sum.lived ? 0 : 1;
}

/** Two lives that were the same have the same. */
const digestOf = (lines: readonly string[]): string =>
  createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16);
