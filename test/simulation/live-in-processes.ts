import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Options } from './options.ts';
import { readSummary, summaryOf } from './summary.ts';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));
/** Seeds given to a process at a time: who is done takes the next. */
const SHARE = 500;

/** Lives the seeds in several processes side by side; each seed is the same wherever it is lived. */
export async function liveInProcesses(options: Options, jobs: number): Promise<number> {
  const last = Number(options.from) + Number(options.seeds);
  const share = Math.min(SHARE, Math.ceil(Number(options.seeds) / jobs));
  let next = Number(options.from);
  const sum = { lived: 0, holding: 0, simulatedMs: 0, cpuMs: 0 };
  let broken = false;
  const work = async () => {
    while (next < last && !broken) {
      const from = next;
      next = Math.min(last, from + share);
      const printed = await runMain(
        argsOf({ ...options, from: `${from}`, seeds: `${next - from}` }),
      );
      const told = readSummary(printed);
      for (const line of printed.split('\n')) if (!isSummary(line) && line) console.log(line);
      if (!told) {
        broken = true;
        console.log(`seeds ${from} to ${next - 1} ended before their end`);
        return;
      }
      sum.lived += told.lived;
      sum.holding += told.holding;
      sum.simulatedMs += told.simulatedMs;
      sum.cpuMs += told.cpuMs;
      if (options.first && told.holding < told.lived) broken = true;
    }
  };
  await Promise.all(Array.from({ length: jobs }, work));
  for (const line of summaryOf(sum)) console.log(line);
  return !broken && sum.holding === sum.lived ? 0 : 1;
}

const isSummary = (line: string) => /(of traffic in|seeds hold$)/.test(line);

export function argsOf({ from, seeds, trace, first, bug, bugs }: Options): string[] {
  return [
    ...['--jobs', '1', '--from', from, '--seeds', seeds],
    ...(trace ? ['--trace'] : []),
    ...(first ? ['--first'] : []),
    ...(bug === undefined ? [] : ['--bug', bug]),
    ...(bugs === undefined ? [] : ['--bugs', bugs]),
  ];
}

/** What a run of its own printed, errors too. */
export async function runMain(args: readonly string[]): Promise<string> {
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  }
  await once(child, 'close');
  return printed;
}
