import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { barChart, figure } from './bar-chart.ts';
import { ENTRIES, type Entry } from './entries.ts';
import type { Result } from './result.ts';

const DOCS = new URL('../../docs/benchmarks/', import.meta.url);
const fileOf = (name: string) => new URL(`results/${name}.json`, DOCS);

export function keepResult(result: Result): void {
  mkdirSync(new URL('results/', DOCS), { recursive: true });
  writeFileSync(fileOf(result.bench), `${JSON.stringify(result, null, 2)}\n`);
}

/** Writes the page and its charts anew from what has been kept of each bench, whenever that was. */
export function writePage(): void {
  mkdirSync(new URL('charts/', DOCS), { recursive: true });
  const parts = ENTRIES.flatMap((entry) =>
    existsSync(fileOf(entry.name)) ? partOf(entry, readResult(entry)) : [],
  );
  const head = [
    '# Benchmarks',
    '',
    'Written by `npm run bench:page`; one bench again by `npm run bench:page -- --only NAME`. Each says on which machine, under which load,',
    'with which versions and at which commit it was measured. More of each, and how it came to be, lies in the other files here.',
    '',
  ];
  const missing = [
    '## Not beside it',
    '',
    'trafilatura, which npm has no port of, and miniflux, which neither npm nor Debian 12 has: what is compared installs with `npm ci`. How well pages',
    'are read, and how others read them, is in [choices/0014](../choices/0014-body.md): every figure there is of publishers that the model had not met.',
    '',
  ];
  writeFileSync(new URL('README.md', DOCS), [...head, ...parts, ...missing].join('\n'));
}

const readResult = ({ name }: Entry): Result => JSON.parse(readFileSync(fileOf(name), 'utf8'));

function partOf(
  entry: Entry,
  { machine, versions, commit, at, seconds, figures }: Result,
): string[] {
  const { name, title, says, unit } = entry;
  const bars = entry.bars(figures as never);
  const own = bars[0]?.value ?? 1;
  writeFileSync(new URL(`charts/${name}.svg`, DOCS), barChart(title, unit, bars));
  const { cpu, cores, memoryGb, system, load } = machine;
  const compared = Object.entries(versions).map(([of, version]) => `${of} ${version}`);
  return [
    `## ${title}`,
    '',
    says,
    '',
    `![${title}](charts/${name}.svg)`,
    '',
    `| | ${unit} | times the first |`,
    '|---|---|---|',
    ...bars.map((it) => `| ${it.name} | ${figure(it.value)} | ${figure(it.value / own)} |`),
    '',
    `${at.slice(0, 10)}, commit ${commit}, ${seconds} s; ${cpu}, ${cores} cores, ${memoryGb} GB, ${system}, load ${load} at the beginning.`,
    '',
    `<details><summary>Versions</summary>${compared.join(', ')}</details>`,
    '',
  ];
}
