import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { heapArgs } from '@nashra/stack';
import type { Check, Part } from '../part.ts';
import { FEEDS } from '../shapes/feeds.ts';
import type { Measured } from '../shapes/measure.ts';
import { PAGES } from '../shapes/pages.ts';

const MEASURE = resolve(import.meta.dirname, '../shapes/measure.ts');
const BYTES = 4_000_000;
const STORED = 4 << 20;
const PARSE_MS = 2_000;
const HEAP_MB = 300;
/** In the short form every fifth shape; which ones, the seed says. */
const EVERY = 5;

/** So many shapes share a process, which starts anew for the next: what one leaves behind must not hide another's peak. */
const TOGETHER = 8;

/** Documents of 4 MB by which much could come out of little, or much work be done. */
export const part: Part = {
  name: 'bounds',
  async run({ quick, seed, only = '' }) {
    const names = [...PAGES, ...FEEDS].map(({ name }) => name);
    const chosen = names.filter(
      (name, at) => name.includes(only) && (!quick || at % EVERY === seed % EVERY),
    );
    const checks: Check[] = [];
    while (chosen.length > 0) {
      const batch = chosen.splice(0, TOGETHER);
      const measured = measure(batch, seed);
      for (const [at, name] of batch.entries()) checks.push(judge(name, measured[at]));
    }
    return checks;
  },
};

/** What came out of each, as far as the process lived. */
function measure(names: readonly string[], seed: number): Measured[] {
  const { stdout } = spawnSync(
    process.execPath,
    // As the service runs that reads them.
    ['--expose-gc', ...heapArgs('parse'), MEASURE, String(BYTES), String(seed), ...names],
    { encoding: 'utf8', timeout: 120_000, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

function judge(name: string, measured: Measured | undefined): Check {
  if (!measured) return { name, holds: false, detail: 'not read to its end' };
  const { fetched, stored, parseMs, heapMb, outcome } = measured;
  const holds = stored <= Math.min(2 * fetched, STORED) && parseMs <= PARSE_MS && heapMb <= HEAP_MB;
  const ratio = (stored / fetched).toFixed(2);
  return {
    name,
    holds,
    detail: `stored ${kb(stored)} (${ratio}), ${parseMs} ms CPU, ${heapMb} MB; ${outcome}`,
  };
}

const kb = (bytes: number) => `${Math.round(bytes / 1_024)} kB`;
