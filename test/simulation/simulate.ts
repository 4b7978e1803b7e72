import { availableParallelism } from 'node:os';
import type { Options } from './options.ts';

/** Does what was asked for; the code to end with. */
export async function simulate(options: Options): Promise<number> {
  if (options.mutations) {
    const { plantBugs } = await import('./bugs/plant.ts');
    return await plantBugs(options);
  }
  if (options.conform) {
    const { conformHere } = await import('./conformance/conform-here.ts');
    return await conformHere(options);
  }
  const jobs = Number(options.jobs ?? availableParallelism());
  if (jobs > 1 && Number(options.seeds) >= 50) {
    const { liveInProcesses } = await import('./live-in-processes.ts');
    return await liveInProcesses(options, jobs);
  }
  const { liveHere } = await import('./live-here.ts');
  return await liveHere(options);
}
