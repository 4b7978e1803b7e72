import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Report } from './run-one.ts';

/** Pages that a new process reads; some have not been compiled for after fewer. */
const PAGES = 200;
const RUNS = 3;

/** CPU seconds of a new process for loading an extractor and reading its first pages. */
export interface Cold {
  /** With nothing kept from an earlier process. */
  readonly first: number;
  /** With the code that an earlier process compiled, as a service has that is started again. */
  readonly again: number;
}

/** Sends pages to a process that runs one extractor, and waits for what it made of them. */
export function askRunner(child: ChildProcess, pages: readonly string[]): Promise<Report> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null): void => reject(new Error(`an extractor ended: ${code}`));
    child.once('exit', onExit);
    child.once('message', (report) => {
      child.off('exit', onExit);
      resolve(report as Report);
    });
    child.send(pages);
  });
}

/** @param env the whole environment of the process; that of this one when absent */
export const startRunner = (name: string, env?: Record<string, string>): ChildProcess =>
  fork(join(import.meta.dirname, 'run-one.ts'), [name], env && { env });

async function seconds(
  name: string,
  pages: readonly string[],
  env: Record<string, string>,
): Promise<number> {
  const child = startRunner(name, env);
  const { measurements, loadMs } = await askRunner(child, pages.slice(0, PAGES));
  child.disconnect();
  await once(child, 'exit');
  return measurements.reduce((sum, { ms }) => sum + ms, loadMs) / 1000;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] as number;

/** @param cache an empty folder for compiled code */
export async function measureCold(
  name: string,
  pages: readonly string[],
  cache: string,
): Promise<Cold> {
  const first: number[] = [];
  const again: number[] = [];
  await seconds(name, pages, { NODE_COMPILE_CACHE: cache });
  for (let run = 0; run < RUNS; run++) {
    first.push(await seconds(name, pages, { NODE_DISABLE_COMPILE_CACHE: '1' }));
    again.push(await seconds(name, pages, { NODE_COMPILE_CACHE: cache }));
  }
  return { first: median(first), again: median(again) };
}
