import { parseArgs } from 'node:util';
import { MODEL } from './model/index.ts';
import { runSeed } from './run-seed.ts';
import { standIn } from './seam.ts';
import { loadServices } from './system.ts';

const OPTIONS = {
  seeds: { type: 'string', default: '300' },
  from: { type: 'string', default: '1' },
  trace: { type: 'boolean', default: false },
} as const;

/** Lives so many seeds and says how many of them hold; the code to end with. */
export async function simulate(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS });
  const [seeds, from] = [Number(values.seeds), Number(values.from)];
  standIn(MODEL);
  const services = await loadServices();
  let holding = 0;
  let simulatedMs = 0;
  const before = process.cpuUsage();
  for (let seed = from; seed < from + seeds; seed += 1) {
    const lived = await runSeed(seed, services, { traced: values.trace });
    simulatedMs += lived.simulatedMs;
    if (lived.findings.length === 0) holding += 1;
    else {
      for (const line of lived.trace) console.log(line);
      for (const { law, what } of lived.findings) console.log(`seed ${seed}: ${law}: ${what}`);
    }
  }
  const { user, system } = process.cpuUsage(before);
  const cpuMs = (user + system) / 1_000;
  const hours = simulatedMs / 3_600_000;
  console.log(
    `${hours.toFixed(1)} h of traffic in ${(cpuMs / 1_000).toFixed(1)} s of CPU, ${(cpuMs / seeds).toFixed(1)} ms a seed`,
  );
  console.log(`${holding} of ${seeds} seeds hold`);
  return holding === seeds ? 0 : 1;
}
