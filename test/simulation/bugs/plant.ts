import { availableParallelism } from 'node:os';
import { argsOf, runMain } from '../live-in-processes.ts';
import type { Options } from '../options.ts';
import { readSummary } from '../summary.ts';
import { type Bug, bugsOf } from './list.ts';

/** Each bug is looked for in so many worlds at the most. */
const MOST_SEEDS = 1_000;
/** Done again with real SQL. */
const MOST_CONFORMING = 30;

/** Plants one bug after another, each alone, and says which are found, and by which seed. */
export async function plantBugs(options: Options): Promise<number> {
  const bugs = bugsOf(options.bugs);
  const waiting = [...bugs];
  let found = 0;
  const work = async () => {
    for (let bug = waiting.shift(); bug; bug = waiting.shift()) {
      const by = await findBug(bug, options);
      if (by !== null) found += 1;
      console.log(
        `${by === null ? 'not found' : 'found    '} ${bug.name}${by === null ? '' : `: ${by}`}`,
      );
    }
  };
  const jobs = Number(options.jobs ?? availableParallelism());
  await Promise.all(Array.from({ length: jobs }, work));
  console.log(`${found} of ${bugs.length} found`);
  return found >= bugs.length - 1 ? 0 : 1;
}

/** What gives a bug away; null where nothing does. A world that cannot be lived at all finds nothing. */
async function findBug({ name, by }: Bug, options: Options): Promise<string | null> {
  const isSql = by === 'conformance';
  const seeds = `${isSql ? MOST_CONFORMING : MOST_SEEDS}`;
  const args = argsOf({ ...options, seeds, first: true, bug: name });
  const printed = await runMain(isSql ? [...args, '--conform'] : args);
  const isLived = isSql ? /seeds agree$/m.test(printed) : readSummary(printed) !== null;
  if (!isLived) return null;
  return /^seed \d+: .*$/m.exec(printed)?.[0].slice(0, 160) ?? null;
}
