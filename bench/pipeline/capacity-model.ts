import { readFileSync, writeFileSync } from 'node:fs';
import type { Sizes } from './sizes.ts';

/** What `bench/pipeline/main.ts --sizes` says at its end. */
export interface Run {
  readonly pipeline: number;
  readonly byService: Readonly<Record<string, number>>;
  readonly statements: number;
  readonly walBytes: number;
  readonly sizes: Sizes;
}

/** As packages/cli/src/plan/measured.json has it: CPU ms and bytes of one article. */
export interface Measured {
  readonly cpuMs: Readonly<Record<string, number>>;
  readonly walKiB: number;
  readonly statements: number;
  readonly kept: number;
  readonly passing: Readonly<Record<string, number>>;
  readonly blob: number;
}

/** How near the model comes to one run; errors are shares of what was measured. */
export interface Row {
  readonly articles: number;
  readonly cpuMs: number;
  readonly cpuError: number;
  readonly kept: number;
  readonly keptError: number;
}

/** Tables whose rows go after some days, by the setting that says when. */
const PASSING: Readonly<Record<string, readonly string[]>> = {
  storyMemory: ['signature', 'candidate_key', 'stop_key'],
  fetchLog: ['fetch_log'],
  journal: ['journal'],
  changes: ['change'],
};

const sum = (numbers: readonly number[]): number => numbers.reduce((all, it) => all + it, 0);
const rounded = (n: number, digits = 1): number => Math.round(n * 10 ** digits) / 10 ** digits;

export function measuredOf({ byService, statements, walBytes, sizes }: Run): Measured {
  const bytesOf = (tables: readonly string[]) => sum(tables.map((it) => sizes.tables[it] ?? 0));
  const passing = Object.entries(PASSING).map(([name, tables]) => [name, bytesOf(tables)] as const);
  return {
    cpuMs: Object.fromEntries(Object.entries(byService).map(([name, ms]) => [name, rounded(ms)])),
    walKiB: Math.round(walBytes / 1_024),
    statements: rounded(statements),
    kept: sum(Object.values(sizes.tables)) - sum(passing.map(([, bytes]) => bytes)),
    passing: Object.fromEntries(passing),
    blob: sizes.blobs,
  };
}

export function rowOf(articles: number, run: Run, model: Measured): Row {
  const { kept } = measuredOf(run);
  const errorOf = (reckoned: number, found: number) => rounded((reckoned - found) / found, 3);
  return {
    articles,
    cpuMs: run.pipeline,
    cpuError: errorOf(sum(Object.values(model.cpuMs)), run.pipeline),
    kept,
    keptError: errorOf(model.kept, kept),
  };
}

const ROOT = new URL('../../', import.meta.url);
const JSON_FILE = new URL('packages/cli/src/plan/measured.json', ROOT);
const PAGE = new URL('docs/capacity.md', ROOT);
/** The rows of the page's last table, under its head. */
const TABLE = /(\| articles \|[^\n]*\n\|[-|]+\|\n)(?:\|[^\n]*\n)+/;

/** Puts the model where `nashra plan` reads it, and what it was held against into the page. */
export function writeCapacity(model: Measured, rows: readonly Row[]): void {
  writeFileSync(JSON_FILE, `${JSON.stringify(model, null, 2)}\n`);
  const page = readFileSync(PAGE, 'utf8');
  if (!TABLE.test(page)) throw new Error('docs/capacity.md has no table to write');
  writeFileSync(
    PAGE,
    page.replace(TABLE, (_, head: string) => head + tableOf(model, rows)),
  );
}

function tableOf(model: Measured, rows: readonly Row[]): string {
  const cpu = sum(Object.values(model.cpuMs)).toFixed(1);
  const bytes = (n: number) => (Math.round(n / 100) * 100).toLocaleString('en');
  return rows
    .map(({ articles, cpuMs, kept }) => {
      const cells = [
        articles.toLocaleString('en'),
        cpuMs.toFixed(1),
        cpu,
        bytes(kept),
        bytes(model.kept),
      ];
      return `| ${cells.join(' | ')} |\n`;
    })
    .join('');
}
